using System.Diagnostics;
using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

public sealed class StoppingTests : DataTest
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private protected override SqliteDatabaseOptions Options => new()
    {
        StatementTimeout = TimeSpan.FromSeconds(20),
        QueueTimeout = TimeSpan.FromMilliseconds(300),
        LockTimeout = TimeSpan.FromMilliseconds(200),
    };

    [Fact]
    public async Task A_cancelled_token_stops_the_engine()
    {
        using var source = new CancellationTokenSource();
        var cancelled = 0L;
        using var registration = source.Token.Register(() => cancelled = Stopwatch.GetTimestamp());
        source.CancelAfter(50);
        var error = await Should.ThrowAsync<OperationCanceledException>(async () =>
            await Database.SingleAsync<TestQuery<long>, long>(new(Endless), source.Token));
        error.CancellationToken.ShouldBe(source.Token);
        Stopwatch.GetElapsedTime(cancelled).ShouldBeLessThan(Soon);
        (await Database.AskAsync<long>("select 1")).ShouldBe(1);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Database.SingleAsync<TestQuery<long>, long>(new("select 1"), source.Token));
    }

    [Fact]
    public async Task A_stop_that_comes_at_any_moment_is_not_lost_and_hits_nobody_else()
    {
        for (var i = 0; i < 200; i++)
        {
            using var source = new CancellationTokenSource();
            var stop = Task.Run(source.Cancel, Token);
            await Should.ThrowAsync<OperationCanceledException>(async () =>
                await Database.SingleAsync<TestQuery<long>, long>(new(Endless), source.Token));
            (await Database.AskAsync<long>("select 1")).ShouldBe(1);
            await stop;
        }
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_stopped()
    {
        var database = Folder.Open(new() { StatementTimeout = TimeSpan.FromMilliseconds(50) });
        var start = Stopwatch.GetTimestamp();
        var error = await Should.ThrowAsync<StatementTimeoutException>(async () => await database.AskAsync<long>(Endless));
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Soon);
        error.Code.ShouldBe("DWL4006");
        (await database.AskAsync<long>("select 1")).ShouldBe(1);

        // Of many short steps none is long enough to be interrupted.
        await Should.ThrowAsync<StatementTimeoutException>(async () =>
            await database.ExecuteManyAsync(new TestMany("insert into t (n, a) values (?1, ?2)", "x"), new EndlessItems(), Token));
        (await database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
    }

    [Fact]
    public async Task A_write_that_is_stopped_takes_its_whole_transaction_with_it()
    {
        using var source = new CancellationTokenSource(50);
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (id) values (1)");
        await Should.ThrowAsync<OperationCanceledException>(() => transaction.TransactAsync(
            async (part, token) => await part.ExecuteAsync(new TestCommand($"insert into t (n) {Endless}"), token), cancellationToken: source.Token));
        await Should.ThrowAsync<TransactionSpoiledException>(async () => await transaction.RunAsync("insert into t (id) values (2)"));
        await Should.ThrowAsync<TransactionSpoiledException>(async () => await transaction.CommitAsync(Token));
        (await Database.RunAsync("insert into t (id) values (3)")).ShouldBe(1);
        (await Database.ListAsync<long>("select id from t")).ShouldBe([3]);
    }

    [Fact]
    public async Task A_read_that_is_stopped_behind_a_savepoint_leaves_the_transaction()
    {
        using var source = new CancellationTokenSource(50);
        await using var transaction = await Database.BeginAsync(cancellationToken: Token);
        await transaction.RunAsync("insert into t (id) values (1)");
        await Should.ThrowAsync<OperationCanceledException>(() => transaction.TransactAsync(
            (part, token) => part.SingleAsync<TestQuery<long>, long>(new(Endless), token).AsTask(), cancellationToken: source.Token));
        await transaction.CommitAsync(Token);
        (await Database.ListAsync<long>("select id from t")).ShouldBe([1]);
    }

    [Fact]
    public async Task Writers_wait_in_line_and_can_leave_it()
    {
        var order = new List<int>();
        var holder = await Database.BeginAsync(cancellationToken: Token);
        using var source = new CancellationTokenSource();
        var leaver = Database.BeginAsync(cancellationToken: source.Token);
        var waiting = new List<Task>();
        for (var i = 0; i < 5; i++)
        {
            waiting.Add(WriteAsync(i));
        }

        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await leaver);
        await holder.DisposeAsync();
        await Task.WhenAll(waiting);
        order.ShouldBe([0, 1, 2, 3, 4]);

        async Task WriteAsync(int number)
        {
            await using var transaction = await Database.BeginAsync(cancellationToken: Token);
            order.Add(number);
        }
    }

    [Fact]
    public async Task The_line_of_writers_has_an_end()
    {
        await using var holder = await Database.BeginAsync(cancellationToken: Token);
        var error = await Should.ThrowAsync<DatabaseBusyException>(async () => await Database.RunAsync("delete from t"));
        (error.Code, error.CanRetry).ShouldBe(("DWL4009", true));
    }

    [Fact]
    public async Task A_transaction_that_waits_for_itself_does_so_once_and_is_told()
    {
        var attempts = 0;
        var error = await Should.ThrowAsync<DatabaseBusyException>(() => Database.TransactAsync(
            async (transaction, _) =>
            {
                attempts++;
                await transaction.RunAsync("insert into t (id) values (1)");
                await Database.RunAsync("insert into t (id) values (2)");
            },
            cancellationToken: Token));

        attempts.ShouldBe(1);
        error.Message.ShouldContain("given the database instead of the transaction");
        (await Database.AskAsync<long>("select count(*) from t")).ShouldBe(0);
    }

    [Fact]
    public async Task A_lock_of_another_process_is_waited_for_and_not_for_ever()
    {
        using var other = Folder.OpenOther();
        DataFolder.Run(other, "begin immediate");
        await Should.ThrowAsync<DatabaseBusyException>(async () => await Database.RunAsync("delete from t"));
        await Should.ThrowAsync<DatabaseBusyException>(async () => await Database.BeginAsync(cancellationToken: Token));
        using var source = new CancellationTokenSource(20);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Database.BeginAsync(cancellationToken: source.Token));
        await Should.ThrowAsync<DatabaseBusyException>(async () =>
            await Database.ExecuteManyAsync(new TestMany("insert into t (n, a) values (?1, ?2)", "x"), [1L], Token));

        var waiting = Database.RunAsync("insert into t (id) values (1)");
        waiting.IsCompleted.ShouldBeFalse();
        DataFolder.Run(other, "commit");
        (await waiting).ShouldBe(1);
    }

    [Fact]
    public async Task A_snapshot_that_is_too_old_to_write_from_is_a_conflict()
    {
        await using var transaction = await Database.BeginAsync(TransactionOptions.ReadOnly, Token);
        await transaction.AskAsync<long>("select count(*) from t");
        await Database.RunAsync("insert into t (id) values (1)");
        DataFolder.Run((Microsoft.Data.Sqlite.SqliteConnection)transaction.Connection, "pragma query_only = off");
        var error = await Should.ThrowAsync<TransactionConflictException>(async () => await transaction.RunAsync("insert into t (id) values (2)"));
        (error.Code, error.CanRetry).ShouldBe(("DWL4005", true));
        DataFolder.Run((Microsoft.Data.Sqlite.SqliteConnection)transaction.Connection, "pragma query_only = on");
    }
}
