using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Rows that are read one by one.</summary>
public abstract class StreamContract(Engine engine) : DataContract(engine)
{
    private const int Rows = 1000;

    [Fact]
    public async Task All_rows_come_in_their_order()
    {
        await FillAsync();

        var ids = await Data.FlowAsync<long>("select id from notes order by id").ToListAsync(Cancellation);

        ids.ShouldBe(Enumerable.Range(0, Rows).Select(i => (long)i));
        (await Data.FlowAsync<long>("select id from notes where id < 0").ToListAsync(Cancellation)).ShouldBeEmpty();
    }

    // More often than there are connections to rent.
    [Fact]
    public async Task A_stream_that_is_left_early_gives_its_connection_back()
    {
        await FillAsync();
        for (var i = 0; i < 300; i++)
        {
            (await Data.FlowAsync<long>("select id from notes order by id").Take(2).ToListAsync(Cancellation)).ShouldBe([0, 1]);
        }

        (await Data.DoAsync("delete from notes")).ShouldBe(Rows);
    }

    [Fact]
    public async Task A_stream_that_is_never_asked_holds_nothing()
    {
        await FillAsync();
        for (var i = 0; i < 300; i++)
        {
            var stream = Data.FlowAsync<long>("select id from notes");
            await stream.GetAsyncEnumerator(Cancellation).DisposeAsync();
        }

        (await Data.DoAsync("delete from notes")).ShouldBe(Rows);
    }

    [Fact]
    public async Task A_stream_whose_reader_throws_gives_its_connection_back()
    {
        await FillAsync();
        for (var i = 0; i < 300; i++)
        {
            await Should.ThrowAsync<UnexpectedValueException>(
                async () => await Data.FlowAsync<long>("select case when id < 5 then id end from notes order by id").ToListAsync(Cancellation));
        }

        (await Data.DoAsync("delete from notes")).ShouldBe(Rows);
    }

    [Fact]
    public async Task A_transaction_goes_on_after_a_stream_that_was_left()
    {
        await FillAsync();
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);

        (await transaction.FlowAsync<long>("select id from notes order by id").Take(3).CountAsync(Cancellation)).ShouldBe(3);
        (await transaction.DoAsync("delete from notes where id >= 10")).ShouldBe(Rows - 10);
        (await transaction.FlowAsync<long>("select id from notes").CountAsync(Cancellation)).ShouldBe(10);
        await transaction.CommitAsync(Cancellation);

        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(10);
    }

    [Fact]
    public async Task Streams_run_beside_each_other_and_beside_writes()
    {
        await FillAsync();
        var seen = 0;
        await foreach (var id in Data.FlowAsync<long>("select id from notes where id < 5 order by id"))
        {
            seen += await Data.FlowAsync<long>("select id from notes where id < ?1", 5L).CountAsync(Cancellation);
            await Data.DoAsync("insert into notes values (?1, 'more')", Rows + id);
        }

        seen.ShouldBe(25);
        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(Rows + 5);
    }

    [Fact]
    public async Task The_first_row_does_not_wait_for_the_last()
    {
        const string rows = "select i from (with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000000) select i from n) x";

        (await Data.FirstAsync<int>(rows).AsTask().WaitAsync(Soon, Cancellation)).ShouldBe(1);
        (await Data.OneAsync<int>(rows).AsTask().WaitAsync(Soon, Cancellation)).ShouldBe(1);
        (await Data.FlowAsync<int>(rows).FirstAsync(Cancellation).AsTask().WaitAsync(Soon, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_can_be_read_again()
    {
        await NoteAsync(1);
        var stream = Data.FlowAsync<long>("select count(*) from notes");
        (await stream.SingleAsync(Cancellation)).ShouldBe(1);
        await NoteAsync(2);

        (await stream.SingleAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_is_cancelled_between_two_rows()
    {
        await FillAsync();
        foreach (var inCall in new[] { true, false })
        {
            using var source = new CancellationTokenSource();
            var seen = 0;
            var failure = await Should.ThrowAsync<OperationCanceledException>(async () =>
            {
                var stream = Data.StreamAsync<Ask<long>, long>(new("select id from notes"), inCall ? source.Token : CancellationToken.None);
                await using var rows = stream.GetAsyncEnumerator(inCall ? CancellationToken.None : source.Token);
                while (await rows.MoveNextAsync())
                {
                    if (++seen == 3)
                    {
                        await source.CancelAsync();
                    }
                }
            });

            failure.CancellationToken.ShouldBe(source.Token);
            seen.ShouldBe(3);
        }

        (await Data.DoAsync("delete from notes")).ShouldBe(Rows);
    }

    private async Task FillAsync() => await Data.PutAsync("notes", Enumerable.Repeat("some text", Rows));
}

public sealed class SqliteStreams() : StreamContract(Engine.Sqlite);

public sealed class PostgresStreams() : StreamContract(Engine.Postgres);
