using Dowel.Migrations;

namespace Dowel.Conformance;

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
        await using var database = new Postgres.PostgresMigrationDatabase(proxy.ConnectionString);

        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.ShouldBeEmpty();

        proxy.RoundTrips.ShouldBe(1);
        (await Database.QueryAsync(
            "select count(*) from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and locktype = 'advisory'"))
            .ShouldBe("0");
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
