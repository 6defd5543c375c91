using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>What goes wrong in the middle of something, and what is left after it.</summary>
public abstract class MishapContract(Engine engine) : DataContract(engine)
{
    [Fact]
    public async Task A_statement_that_failed_in_a_stream_takes_new_values()
    {
        const string insert = "insert into notes values (?1, ?2) returning id";
        await NoteAsync(1);

        await Should.ThrowAsync<UniqueViolationException>(async () => await Data.FlowAsync<long>(insert, 1L, "old").ToListAsync(Cancellation));

        (await Data.FlowAsync<long>(insert, 2L, "new").ToListAsync(Cancellation)).ShouldBe([2]);
        (await Data.OneAsync<string>("select body from notes where id = 2")).ShouldBe("new");
        await Data.TransactAsync(
            async (transaction, _) =>
            {
                await Should.ThrowAsync<UniqueViolationException>(() => transaction.TransactAsync(
                    async (part, _) => await part.FlowAsync<long>(insert, 1L, "old").ToListAsync(Cancellation), cancellationToken: Cancellation));
                (await transaction.AllAsync<long>(insert, 3L, "new")).ShouldBe([3]);
            },
            cancellationToken: Cancellation);
        (await NotesAsync()).ShouldBe("1,2,3");
    }

    // Whether items go as arrays, by copy or one by one.
    [Theory]
    [InlineData(5)]
    [InlineData(3000)]
    [InlineData(15_000)]
    public async Task Items_that_cannot_all_be_given_spoil_the_transaction_around_them(int count)
    {
        foreach (var failure in new Exception[] { new FormatException(), new ArgumentException("no") })
        {
            foreach (var mayCopy in new[] { true, false })
            {
                await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
                await transaction.DoAsync("insert into notes values (-1, 'a')");

                (await Should.ThrowAsync<Exception>(() => PutAsync(transaction))).ShouldBeSameAs(failure);

                await Should.ThrowAsync<TransactionSpoiledException>(() => transaction.CommitAsync(Cancellation).AsTask());
                await transaction.RollbackAsync(Cancellation);
                (await NotesAsync()).ShouldBe("");

                await Data.TransactAsync(
                    async (outer, token) =>
                    {
                        await outer.DoAsync("insert into notes values (-1, 'a')");
                        await Should.ThrowAsync<Exception>(() => outer.TransactAsync((part, _) => PutAsync(part), cancellationToken: token));
                    },
                    cancellationToken: Cancellation);
                (await NotesAsync()).ShouldBe("-1");
                await Data.DoAsync("delete from notes");

                Task PutAsync(Session session) => session.ExecuteManyAsync(
                    new Put<string>("notes", mayCopy), new Lazily<(long, Optional<string>)>(Items(count, failure), count), Cancellation).AsTask();
            }
        }
    }

    [Fact]
    public async Task A_commit_beside_an_open_stream_is_refused_and_ends_nothing()
    {
        await NoteAsync(1, 2, 3);
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        await foreach (var id in transaction.FlowAsync<long>("select id from notes order by id").Take(1))
        {
            await Should.ThrowAsync<InvalidOperationException>(() => transaction.CommitAsync(Cancellation).AsTask());
            await Should.ThrowAsync<InvalidOperationException>(() => transaction.DoAsync("insert into notes values (9, 'a')").AsTask());
            await Should.ThrowAsync<InvalidOperationException>(() => transaction.TransactAsync((_, _) => Task.CompletedTask, cancellationToken: Cancellation));
        }

        await transaction.DoAsync("insert into notes values (4, 'a')");
        await transaction.CommitAsync(Cancellation);
        (await NotesAsync()).ShouldBe("1,2,3,4");
    }

    [Fact]
    public async Task A_part_that_leaves_a_stream_open_and_fails_keeps_nothing()
    {
        await NoteAsync(1, 2, 3);
        await using var transaction = await Data.BeginAsync(cancellationToken: Cancellation);
        IAsyncEnumerator<long>? left = null;

        await Should.ThrowAsync<FormatException>(() => transaction.TransactAsync(
            async (part, _) =>
            {
                await part.DoAsync("insert into notes values (4, 'a')");
                left = part.FlowAsync<long>("select id from notes order by id").GetAsyncEnumerator(Cancellation);
                (await left.MoveNextAsync()).ShouldBeTrue();
                throw new FormatException();
            },
            cancellationToken: Cancellation));
        await Record.ExceptionAsync(() => left!.DisposeAsync().AsTask());
        await Record.ExceptionAsync(() => transaction.CommitAsync(Cancellation).AsTask());

        await transaction.DisposeAsync();
        (await NotesAsync()).ShouldBe("1,2,3");
        (await Data.DoAsync("delete from notes")).ShouldBe(3);
    }

    [Fact]
    public async Task A_rollback_that_is_cancelled_beforehand_is_left_to_the_disposing()
    {
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.DoAsync("insert into notes values (1, 'a')");
            await Should.ThrowAsync<OperationCanceledException>(() => transaction.RollbackAsync(new(canceled: true)).AsTask());
            await Should.ThrowAsync<OperationCanceledException>(() => transaction.CommitAsync(new(canceled: true)).AsTask());
            (await transaction.OneAsync<long>("select count(*) from notes")).ShouldBe(1);
        }

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_constraint_that_speaks_at_the_commit_ends_the_transaction()
    {
        await Target.ExecuteAsync(
            "create table parents (id bigint not null primary key); create table children (id bigint references parents deferrable initially deferred)");
        await Should.ThrowAsync<ForeignKeyViolationException>(() => Data.DoAsync("insert into children values (7)").AsTask());
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.TransactAsync((part, _) => part.DoAsync("insert into children values (7)").AsTask(), cancellationToken: Cancellation);

            await Should.ThrowAsync<ForeignKeyViolationException>(() => transaction.CommitAsync(Cancellation).AsTask());

            await Should.ThrowAsync<InvalidOperationException>(() => transaction.DoAsync("insert into parents values (7)").AsTask());
        }

        (await Data.OneAsync<long>("select count(*) from children")).ShouldBe(0);
        await Data.TransactAsync(
            async (transaction, _) =>
            {
                await transaction.DoAsync("insert into children values (7)");
                await transaction.DoAsync("insert into parents values (7)");
            },
            cancellationToken: Cancellation);
        (await Data.OneAsync<long>("select count(*) from children")).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_code_cannot_take_leaves_the_transaction()
    {
        await Data.TransactAsync(
            async (transaction, _) =>
            {
                await transaction.DoAsync("insert into notes values (1, 'a')");
                await Should.ThrowAsync<NoRowException>(() => transaction.OneAsync<long>("select id from notes where id = 9").AsTask());
                await Should.ThrowAsync<UnexpectedValueException>(() => transaction.OneAsync<long>("select body from notes").AsTask());
                await Should.ThrowAsync<UnexpectedValueException>(() => transaction.AllAsync<long>("select body from notes").AsTask());
                await Should.ThrowAsync<UnexpectedValueException>(async () => await transaction.FlowAsync<long>("select body from notes").ToListAsync(Cancellation));
                await Should.ThrowAsync<ArgumentException>(() => transaction.DoAsync("update notes set body = ?1", "\0").AsTask());
                await Should.ThrowAsync<ArgumentException>(async () => await transaction.FlowAsync<long>("select id from notes where body = ?1", "\0").ToListAsync(Cancellation));
                await transaction.DoAsync("insert into notes values (2, 'a')");
            },
            cancellationToken: Cancellation);

        (await NotesAsync()).ShouldBe("1,2");
    }

    private static IEnumerable<(long, Optional<string>)> Items(int count, Exception failure) => Enumerable.Range(0, count)
        .Select(i => i < count - 1 ? ((long)i, new Optional<string>("a", HasValue: true)) : throw failure);
}

public sealed class SqliteMishaps() : MishapContract(Engine.Sqlite)
{
    [Fact]
    public async Task A_write_that_is_stopped_between_its_rows_leaves_nothing()
    {
        foreach (var isList in new[] { true, false })
        {
            using var source = new CancellationTokenSource();
            var ask = new AskAndStop("insert into notes values (1, 'a'), (2, 'b') returning id", source);
            await Should.ThrowAsync<OperationCanceledException>(async () => _ = isList
                ? (await Data.ListAsync<AskAndStop, long>(ask, source.Token)).Count
                : await Data.FirstOrDefaultAsync<AskAndStop, long>(ask, source.Token));

            (await NotesAsync()).ShouldBe("");
        }
    }
}

public sealed class PostgresMishaps() : MishapContract(Engine.Postgres);
