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
        Events.ShouldHaveSingleItem().ShouldBeOfType<MigrationEvent.WaitingForLock>().Holder.ShouldBe(error.Holder);
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

public sealed class SqliteLocks() : LockContract(Engine.Sqlite)
{
    protected override string Outside => "vacuum";

    [Fact]
    public async Task The_wait_for_a_writer_ends()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await using var writer = await Database.ConnectAsync();
        await writer.ExecuteAsync("begin immediate");
        var started = TimeProvider.System.GetTimestamp();

        var error = await Should.ThrowAsync<LockNotAcquiredException>(() => UpAsync(new() { LockWait = TimeSpan.FromMilliseconds(300) }));

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        error.Code.ShouldBe("DWL1104");
    }

    [Fact]
    public async Task A_writer_that_ends_in_time_is_waited_for()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        await using var writer = await Database.ConnectAsync();
        await writer.ExecuteAsync("begin immediate");
        Write("V2__b.sql", "create table b (id bigint);");

        var run = Task.Run(() => UpAsync());
        await Task.Delay(300, Cancellation);
        run.IsCompleted.ShouldBeFalse();
        await writer.ExecuteAsync("rollback");

        (await run).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_that_keeps_a_commit_waiting_is_waited_for()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint); insert into a values (1);");
        await using var reader = await Database.ConnectAsync();
        await reader.ExecuteAsync("begin");
        await reader.QueryAsync("select * from a");
        Write("V2__b.sql", "create table b (id bigint);");

        var run = Task.Run(() => UpAsync());
        await Task.Delay(300, Cancellation);
        run.IsCompleted.ShouldBeFalse();
        await reader.ExecuteAsync("rollback");

        (await run).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_that_does_not_end_is_a_lock_not_had_in_time()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint); insert into a values (1);");
        await using var reader = await Database.ConnectAsync();
        await reader.ExecuteAsync("begin");
        await reader.QueryAsync("select * from a");
        Write("V2__b.sql", "create table b (id bigint);");

        var error = await FailsAsync(new() { LockTimeout = TimeSpan.FromMilliseconds(50), LockTries = 2 });

        error.Code.ShouldBe("DWL1103");
        Events.OfType<MigrationEvent.Retrying>().ShouldHaveSingleItem();
    }
}

public sealed class PostgresLocks() : LockContract(Engine.Postgres)
{
    protected override string Outside => "create index concurrently a_id on a (id)";

    [Fact]
    public async Task A_waiter_whose_work_is_done_by_another_needs_no_lock()
    {
        Write("V1__a.sql", $"create table a (id bigint); {Outside};");
        await using var first = Database.Open();
        await first.ReadHistoryAsync(Cancellation);
        await using var held = await first.TryLockAsync(LockNeed.Steps, Cancellation);
        var waiter = UpAsync();
        await Task.Delay(100, Cancellation);

        await new Migrator(first, Load()).ApplyAsync(Cancellation);

        (await waiter).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waiting_migrator_has_no_transaction_open()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await using var holder = Database.Open();
        await holder.ReadHistoryAsync(Cancellation);
        await using var held = await holder.TryLockAsync(LockNeed.Steps, Cancellation);
        var waiter = UpAsync(new() { LockWait = TimeSpan.FromSeconds(1) });

        for (var i = 0; i < 20; i++)
        {
            await Task.Delay(20, Cancellation);
            (await Database.QueryAsync(
                "select count(*) from pg_stat_activity where application_name = 'dowel' and datname = current_database() and xact_start < now() - interval '100 ms'"))
                .ShouldBe("0");
        }

        await Should.ThrowAsync<LockNotAcquiredException>(() => waiter);
    }

    [Fact]
    public async Task Nothing_pending_is_one_round_trip_and_no_lock()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        await using var proxy = new PostgresProxy(Database.ConnectionString);
        await using var database = new Postgres.PostgresDatabase(proxy.ConnectionString);

        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.ShouldBeEmpty();

        proxy.RoundTrips.ShouldBe(1);
        (await Database.QueryAsync(
            "select count(*) from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and locktype = 'advisory'"))
            .ShouldBe("0");
    }

    [Fact]
    public async Task A_pooler_is_refused_before_anything_is_changed()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await using var proxy = new PostgresProxy(Database.ConnectionString) { HidesServerProcess = true };
        await using var database = new Postgres.PostgresDatabase(proxy.ConnectionString);

        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));

        refusal.Code.ShouldBe("DWL1024");
        (await StateAsync()).ShouldNotContain("table");
    }

    [Fact]
    public async Task A_statement_that_waits_for_a_lock_too_long_is_tried_again_and_then_given_up()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        await using var other = await Database.ConnectAsync();
        await other.ExecuteAsync("begin; lock table a in access exclusive mode");
        Write("V2__b.sql", "create table b (id bigint);\nalter table a add name text;");

        var error = await FailsAsync(new() { LockTimeout = TimeSpan.FromMilliseconds(50), LockTries = 2 });

        error.Code.ShouldBe("DWL1103");
        error.Errors[0].Location!.Value.ToString().ShouldBe("V2__b.sql:2:1");
        Events.OfType<MigrationEvent.Retrying>().ShouldHaveSingleItem();
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_statement_has_the_lock_once_the_other_session_is_done()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        await using var other = await Database.ConnectAsync();
        await other.ExecuteAsync("begin; lock table a in access exclusive mode");
        Write("V2__b.sql", "alter table a add name text;");

        var run = UpAsync(new() { LockTimeout = TimeSpan.FromMilliseconds(50) });
        await Task.Delay(250, Cancellation);
        await other.ExecuteAsync("rollback");

        (await run).Applied.Count.ShouldBe(1);
        Events.OfType<MigrationEvent.Retrying>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_script_may_say_how_long_it_waits_for_locks()
    {
        Write("V1__a.sql", "-- dowel: lock-timeout=1234ms\ncreate table a as select current_setting('lock_timeout') as bound;");
        Write("V2__b.sql", "insert into a select current_setting('lock_timeout');");

        await UpAsync();

        (await Database.QueryAsync("select bound from a")).ShouldBe("1234ms,5s");
    }
}
