using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Statements that are stopped, in the engine and not merely in the program.</summary>
public abstract class CancellationContract(Engine engine) : DataContract(engine)
{
    private static readonly TimeSpan Meanwhile = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_statement_in_flight_is_stopped()
    {
        foreach (var send in new Func<CancellationToken, Task>[]
        {
            token => Data.SingleAsync<Ask<long>, long>(new(Endless), token).AsTask(),
            token => Data.FirstOrDefaultAsync<Ask<long>, long>(new(Endless), token).AsTask(),
            token => Data.ListAsync<Ask<long>, long>(new(Endless), token).AsTask(),
            token => Data.ExecuteAsync(new Do($"insert into notes select 1, 'a' from ({Endless}) endless"), token).AsTask(),
            token => Data.StreamAsync<Ask<long>, long>(new(Endless), token).GetAsyncEnumerator(token).MoveNextAsync().AsTask(),
        })
        {
            using var source = new CancellationTokenSource();
            var work = Task.Run(() => send(source.Token), Cancellation);
            await Task.Delay(Meanwhile, Cancellation);
            await source.CancelAsync();

            (await StopsSoonAsync(work)).ShouldBeCancelledBy(source.Token);
            await NothingRunsAsync();
            (await Data.DoAsync("insert into notes values (1, 'a')")).ShouldBe(1);
            await Data.DoAsync("delete from notes");
        }
    }

    [Fact]
    public async Task A_deadline_stops_a_statement()
    {
        using var source = new CancellationTokenSource(Meanwhile);

        (await StopsSoonAsync(Task.Run(() => Data.OneWithAsync(Endless, source.Token), Cancellation)))
            .ShouldBeCancelledBy(source.Token);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_sends_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        foreach (var (send, i) in new Func<Task>[]
        {
            () => Data.ExecuteAsync(new Do("insert into notes values (1, 'a')"), cancelled).AsTask(),
            () => Data.SingleAsync<Ask<long>, long>(new("insert into notes values (1, 'a') returning id"), cancelled).AsTask(),
            () => Data.ListAsync<Ask<long>, long>(new("select id from notes"), cancelled).AsTask(),
            () => Data.ExecuteManyAsync(new Share("a"), [1L], cancelled).AsTask(),
            () => Data.UpsertAsync(new Save(new(1, "a")), cancelled).AsTask(),
            () => Data.BeginAsync(cancellationToken: cancelled).AsTask(),
            () => Data.PingAsync(cancelled).AsTask(),
            () => Data.TransactAsync((transaction, _) => transaction.DoAsync("insert into notes values (1, 'a')").AsTask(), cancellationToken: cancelled),
        }.Select((send, i) => (send, i)))
        {
            (await Should.ThrowAsync<OperationCanceledException>(send, $"{i}")).CancellationToken.ShouldBe(cancelled, $"{i}");
        }

        (await NotesAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_cancelled_statement_spoils_its_transaction()
    {
        await using (var transaction = await Data.BeginAsync(cancellationToken: Cancellation))
        {
            await transaction.DoAsync("insert into notes values (1, 'a')");
            using var source = new CancellationTokenSource(Meanwhile);
            (await StopsSoonAsync(Task.Run(() => transaction.OneWithAsync(Endless, source.Token), Cancellation))).ShouldBeAssignableTo<OperationCanceledException>();

            await Should.ThrowAsync<TransactionSpoiledException>(() => transaction.CommitAsync(Cancellation).AsTask());
        }

        (await NotesAsync()).ShouldBe("");
        (await Data.DoAsync("insert into notes values (2, 'a')")).ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_is_stopped_leaves_nothing()
    {
        using var source = new CancellationTokenSource(Meanwhile);
        const string fill = "insert into notes with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000000000) select i, 'a' from n";

        (await StopsSoonAsync(Task.Run(() => Data.ExecuteAsync(new Do(fill), source.Token).AsTask(), Cancellation))).ShouldBeAssignableTo<OperationCanceledException>();

        (await NotesAsync()).ShouldBe("");
        (await Data.DoAsync("insert into notes values (1, 'a')")).ShouldBe(1);
    }

    [Fact]
    public async Task Many_items_are_stopped_and_none_is_kept()
    {
        using var source = new CancellationTokenSource();
        var items = Enumerable.Range(0, 3_000_000).Select(i =>
        {
            if (i == 200_000)
            {
                source.Cancel();
            }

            return (long)i;
        });

        (await StopsSoonAsync(Task.Run(() => Data.ExecuteManyAsync(new Share("a"), new Lazily<long>(items, 3_000_000), source.Token).AsTask(), Cancellation)))
            .ShouldBeAssignableTo<OperationCanceledException>();

        (await Data.OneAsync<long>("select count(*) from notes")).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_takes_longer_than_it_may_is_stopped()
    {
        await using var hasty = Target.OpenData(statement: TimeSpan.FromSeconds(1));

        var error = (await StopsSoonAsync(Task.Run(() => hasty.OneWithAsync(Endless, Cancellation), Cancellation))).ShouldBeOfType<StatementTimeoutException>();

        (error.Code, error.CanRetry).ShouldBe(("DWL4006", false));
        error.Message.ShouldContain("Tests.RunAsync");
        await NothingRunsAsync();
        (await hasty.DoAsync("insert into notes values (1, 'a')")).ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_that_others_keep_is_not_waited_for_without_end()
    {
        await NoteAsync(1);
        await using var hasty = Target.OpenData(locked: TimeSpan.FromSeconds(1));
        await using var other = await Target.ConnectAsync();
        await other.ExecuteAsync(IsSqlite ? "begin immediate" : "begin");
        await other.ExecuteAsync("update notes set body = 'theirs'");

        var error = (await StopsSoonAsync(Task.Run(() => hasty.DoAsync("update notes set body = 'ours'").AsTask(), Cancellation))).ShouldBeOfType<DatabaseBusyException>();

        (error.Code, error.CanRetry).ShouldBe(("DWL4009", true));
        await other.ExecuteAsync("commit");
        (await hasty.DoAsync("update notes set body = 'ours'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_wait_for_others_can_be_cancelled()
    {
        await NoteAsync(1);
        await using var other = await Target.ConnectAsync();
        await other.ExecuteAsync(IsSqlite ? "begin immediate" : "begin");
        await other.ExecuteAsync("update notes set body = 'theirs'");
        using var source = new CancellationTokenSource(Meanwhile);

        (await StopsSoonAsync(Task.Run(() => Data.ExecuteAsync(new Do("update notes set body = 'ours'"), source.Token).AsTask(), Cancellation)))
            .ShouldBeCancelledBy(source.Token);

        await other.ExecuteAsync("commit");
        (await Data.DoAsync("update notes set body = 'ours'")).ShouldBe(1);
    }

    /// <summary>Sees that the engine does nothing any more.</summary>
    protected abstract Task NothingRunsAsync();
}

public sealed class SqliteCancellation() : CancellationContract(Engine.Sqlite)
{
    [Fact]
    public async Task Work_that_waits_for_its_turn_is_cancelled()
    {
        await using var first = await Data.BeginAsync(cancellationToken: Cancellation);
        using var source = new CancellationTokenSource(200);
        var second = Data.BeginAsync(cancellationToken: source.Token).AsTask();
        var third = Data.DoAsync("insert into notes values (3, 'a')").AsTask();

        (await StopsSoonAsync(second)).ShouldBeCancelledBy(source.Token);
        third.IsCompleted.ShouldBeFalse();
        await first.DisposeAsync();
        (await third.WaitAsync(Soon, Cancellation)).ShouldBe(1);
    }

    protected override Task NothingRunsAsync() => Task.CompletedTask;
}

public sealed class PostgresCancellation() : CancellationContract(Engine.Postgres)
{
    protected override async Task NothingRunsAsync()
    {
        const string active = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active'";
        for (var tries = 0; await Target.QueryAsync(active) != "0"; tries++)
        {
            tries.ShouldBeLessThan(20, "the server works on");
            await Task.Delay(50, Cancellation);
        }
    }
}
