namespace Dowel.Conformance;

/// <summary>Many at once, some of whom leave: nobody gets another's answer, and nothing is lost or left.</summary>
public abstract class CrowdContract(Engine engine) : DataContract(engine)
{
    private const int People = 12;
    private const int Rounds = 60;

    [Fact]
    public async Task Everybody_gets_an_answer_to_what_they_asked()
    {
        await Data.PutAsync("notes", Enumerable.Range(0, 500).Select(i => $"body {i}"));

        await CrowdAsync(async (random, token) =>
        {
            var (id, text) = ((long)random.Next(500), new string((char)('a' + random.Next(26)), random.Next(3000)));
            switch (random.Next(5))
            {
                case 0:
                    (await Data.SingleAsync<Ask<string>, string>(new("select body from notes where id = ?1", id), token)).ShouldBe($"body {id}");
                    break;
                case 1:
                    (await Data.FirstOrDefaultAsync<Ask<string>, string>(new("select ?1", text), token)).ShouldBe(text);
                    break;
                case 2:
                    (await Data.ListAsync<Ask<long>, long>(new("select id from notes where id >= ?1 order by id", id), token)).Count.ShouldBe(500 - (int)id);
                    break;
                case 3:
                    var next = id;
                    await foreach (var found in Data.StreamAsync<Ask<long>, long>(new("select id from notes where id >= ?1 order by id", id), token).Take(random.Next(1, 50)))
                    {
                        found.ShouldBe(next++);
                    }

                    break;
                default:
                    (await Data.TransactAsync((transaction, inner) => transaction.SingleAsync<Ask<string>, string>(new("select ?1", text), inner).AsTask(), cancellationToken: token))
                        .ShouldBe(text);
                    break;
            }
        });

        (await Data.DoAsync("delete from notes")).ShouldBe(500);
    }

    // What is told to be done is done; what was cancelled may have been done just before.
    [Fact]
    public async Task What_was_told_to_be_written_is_there()
    {
        var (told, asked) = (0L, 0L);
        await Data.DoAsync("insert into notes values (0, 'sum')");
        await Data.DoAsync("create table sums (id bigint not null primary key, n bigint not null)");
        await Data.DoAsync("insert into sums values (1, 0)");

        await CrowdAsync(async (random, token) =>
        {
            Interlocked.Increment(ref asked);
            const string add = "update sums set n = n + ?1 where id = 1";
            switch (random.Next(3))
            {
                case 0:
                    await Data.ExecuteAsync(new Do(add, 1L), token);
                    break;
                case 1:
                    await Data.TransactAsync(
                        async (transaction, inner) =>
                        {
                            await transaction.ExecuteAsync(new Do(add, 2L), inner);
                            await transaction.ExecuteAsync(new Do(add, -1L), inner);
                        },
                        cancellationToken: token);
                    break;
                default:
                    await Data.TransactAsync(
                        async (transaction, inner) =>
                        {
                            await Record.ExceptionAsync(() => transaction.TransactAsync((part, _) => part.DoAsync("insert into notes values (0, 'again')").AsTask(), cancellationToken: inner));
                            await transaction.ExecuteAsync(new Do(add, 1L), inner);
                        },
                        cancellationToken: token);
                    break;
            }

            Interlocked.Increment(ref told);
        });

        (await Data.OneAsync<long>("select n from sums")).ShouldBeInRange(told, asked);
        (await NotesAsync()).ShouldBe("0");
    }

    private static Task CrowdAsync(Func<Random, CancellationToken, Task> act) => Task.WhenAll(Enumerable.Range(0, People).Select(person => Task.Run(
        async () =>
        {
            var random = new Random(person + Environment.TickCount);
            for (var i = 0; i < Rounds; i++)
            {
                using var source = new CancellationTokenSource();
                source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.NextDouble() * 3 : 60_000));
                try
                {
                    await act(random, source.Token);
                }
                catch (OperationCanceledException stopped) when (source.IsCancellationRequested)
                {
                    stopped.CancellationToken.ShouldBe(source.Token);
                }
            }
        },
        Cancellation)));
}

public sealed class SqliteCrowd() : CrowdContract(Engine.Sqlite);

public sealed class PostgresCrowd() : CrowdContract(Engine.Postgres);
