using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class LockContract(Engine engine) : Contract(engine)
{
    /// <summary>Work that cannot sit in a transaction and that no two migrators may do at once.</summary>
    protected abstract string Outside { get; }

    [Fact]
    public async Task Six_migrators_at_once_apply_each_script_once()
    {
        for (var i = 1; i <= 8; i++)
        {
            Write($"V{i}__t.sql", $"create table t{i} (id bigint primary key); insert into t{i} values ({i});");
        }

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => UpAsync())));

        runs.Sum(run => run.Applied.Count).ShouldBe(8);
        runs.ShouldAllBe(run => run.Scripts.All(script => script.State == ScriptState.Applied));
        (await HistoryAsync()).ShouldBe(string.Join(',', Enumerable.Range(1, 8).Select(i => $"versioned|{i}")));
    }

    [Fact]
    public async Task Six_migrators_at_once_do_what_sits_in_no_transaction_once()
    {
        Write("V1__a.sql", "create table a (id bigint primary key); insert into a values (1);");
        Write("V2__b.sql", $"insert into a values (2); {Outside}; insert into a values (3);");
        Write("V3__c.sql", "insert into a values (4);");

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => UpAsync())));

        runs.Sum(run => run.Applied.Count).ShouldBe(3);
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2,3,4");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2,versioned|3");
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task The_wait_for_another_migrator_ends_and_names_it()
    {
        Write("V1__a.sql", $"create table a (id bigint); {Outside};");
        await using var holder = Database.Open();
        await holder.ReadHistoryAsync(Cancellation);
        await using var held = (await holder.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldNotBeNull();
        var started = TimeProvider.System.GetTimestamp();

        var error = await Should.ThrowAsync<LockNotAcquiredException>(() => UpAsync(new() { LockWait = TimeSpan.FromMilliseconds(700) }));

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        error.Code.ShouldBe("DWL1104");
        error.Holder.ShouldNotBeNull().ShouldStartWith("process ");
        error.Problem.ShouldContain(error.Holder);

        // The end of a lease moves on while its owner lives.
        var announced = Events.ShouldHaveSingleItem().ShouldBeOfType<MigrationEvent.WaitingForLock>().Holder.ShouldNotBeNull();
        announced.Split(", until")[0].ShouldBe(error.Holder.Split(", until")[0]);
    }

    [Fact]
    public async Task A_lock_that_is_given_back_in_time_is_had()
    {
        Write("V1__a.sql", $"create table a (id bigint); {Outside};");
        await using var holder = Database.Open();
        await holder.ReadHistoryAsync(Cancellation);
        var held = (await holder.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldNotBeNull();

        var run = UpAsync();
        await Task.Delay(200, Cancellation);
        run.IsCompleted.ShouldBeFalse();
        await held.DisposeAsync();

        (await run).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_wait_can_be_cancelled()
    {
        Write("V1__a.sql", $"create table a (id bigint); {Outside};");
        await using var holder = Database.Open();
        await holder.ReadHistoryAsync(Cancellation);
        await using var held = await holder.TryLockAsync(LockNeed.Steps, Cancellation);
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => UpAsync(cancellation: source.Token));
    }

    [Fact]
    public async Task Nothing_pending_needs_no_lock()
    {
        await UpAsync("V1__a.sql", $"create table a (id bigint); {Outside};");
        await using var holder = Database.Open();
        await holder.ReadHistoryAsync(Cancellation);
        await using var held = await holder.TryLockAsync(LockNeed.Steps, Cancellation);

        (await UpAsync(new() { LockWait = TimeSpan.Zero })).Applied.ShouldBeEmpty();
    }
}
