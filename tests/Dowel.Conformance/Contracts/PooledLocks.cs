using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

public sealed class PooledLocks() : LockContract(PooledEngine.Instance)
{
    private const string Steal =
        "update schema_history_lease set owner = gen_random_uuid(), fence = fence + 1, expires_at = clock_timestamp() + interval '1 hour'";

    protected override string Outside => "create index concurrently a_id on a (id)";

    [Fact]
    public async Task Nothing_pending_is_one_round_trip_and_no_lease()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        var lease = await Database.QueryAsync("select fence, expires_at from schema_history_lease");
        await using var proxy = new PostgresProxy(Database.ConnectionString);
        await using var database = new PostgresMigrationDatabase(proxy.ConnectionString);

        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.ShouldBeEmpty();

        proxy.RoundTrips.ShouldBe(1);
        (await Database.QueryAsync("select fence, expires_at from schema_history_lease")).ShouldBe(lease);
    }

    [Theory]
    [InlineData("create table b (id int); select pg_sleep(20);")]
    [InlineData("create table b (id int); begin isolation level serializable; insert into b values (1); select pg_sleep(20); commit;")]
    [InlineData("-- dowel: transaction=none\ndo 'begin perform pg_sleep(20); end';")]
    public async Task A_run_that_has_lost_its_lease_ends_soon_and_commits_nothing(string script)
    {
        Write("V1__a.sql", "create table a (id int);");
        Write("V2__b.sql", script);
        var run = Should.ThrowAsync<DowelException>(() => UpAsync());
        while (await Database.QueryAsync("select count(*) from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid() and state = 'active' and datname = current_database()") == "0")
        {
            await Task.Delay(20, Cancellation);
        }

        var started = TimeProvider.System.GetTimestamp();
        await Database.ExecuteAsync(Steal);
        var error = await run;

        error.Code.ShouldBe("DWL1114");
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Theory]
    [InlineData("select pg_sleep(0.4); select 1 / 0;")]
    [InlineData("-- dowel: transaction=none\nselect pg_sleep(0.4); select 1 / 0;")]
    public async Task A_statement_that_fails_behind_a_lost_lease_is_told_as_the_loss(string script)
    {
        Write("V1__a.sql", "create table a (id int);");
        Write("V2__b.sql", script);
        var run = Should.ThrowAsync<DowelException>(() => UpAsync());
        while (await Database.QueryAsync("select count(*) from pg_stat_activity where query like '%pg_sleep(0.4)%' and pid <> pg_backend_pid() and state = 'active' and datname = current_database()") == "0")
        {
            await Task.Delay(5, Cancellation);
        }

        await Database.ExecuteAsync(Steal);

        (await run).Code.ShouldBe("DWL1114");
    }

    [Fact]
    public async Task A_lease_is_renewed_while_a_transaction_with_a_snapshot_of_its_own_runs()
    {
        Write("V1__a.sql", "create table a (id int); begin isolation level serializable; insert into a values (1); select pg_sleep(3); commit;");

        await UpAsync();

        (await Database.QueryAsync("select id from a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_migrator_without_its_lease_writes_no_history()
    {
        Write("V1__a.sql", "create table a (id int);");
        await using var database = await LockedAsync(Database.Open());
        await database.CreateHistoryAsync(TimeSpan.FromSeconds(1), Cancellation);
        await Database.ExecuteAsync(Steal);
        var entry = new JournalEntry(ScriptKind.Versioned, "1", 1, "x", JournalState.Started);

        var error = await Should.ThrowAsync<LockLostException>(() => database.WriteAsync(new() { Journaled = [entry] }, Cancellation));

        error.Code.ShouldBe("DWL1114");
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Who_holds_a_lease_is_told_with_its_end()
    {
        await using var holder = await LockedAsync(Database.Open());

        var told = (await holder.ReadLockHolderAsync(Cancellation)).ShouldNotBeNull();

        told.ShouldStartWith($"process {Environment.ProcessId} on {Environment.MachineName}");
        told.ShouldMatch("since .* UTC, until .* UTC");
    }

    [Fact]
    public async Task A_lease_keeps_out_those_who_reach_the_server_directly()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await using var direct = Direct();
        await direct.ReadHistoryAsync(Cancellation);
        await using (await LockedAsync(Database.Open()))
        {
            (await direct.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldBeNull();
            (await direct.ReadLockHolderAsync(Cancellation)).ShouldNotBeNull().ShouldContain("until");
        }

        await using var pooled = Database.Open();
        await pooled.ReadHistoryAsync(Cancellation);
        await using (await LockedAsync(direct))
        {
            (await pooled.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldBeNull();
            (await pooled.ReadLockHolderAsync(Cancellation)).ShouldNotBeNull().ShouldStartWith("process ");
        }
    }

    [Fact]
    public async Task Where_a_lease_has_run_out_a_direct_migrator_turns_its_owner_out()
    {
        await using var stale = await LockedAsync(Database.Open());
        await stale.CreateHistoryAsync(TimeSpan.FromSeconds(1), Cancellation);
        await Database.ExecuteAsync("update schema_history_lease set expires_at = clock_timestamp() where part = 'heartbeat'");
        await using (var direct = Direct())
        {
            await direct.ReadHistoryAsync(Cancellation);
            await using var held = (await direct.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldNotBeNull();
        }

        await Should.ThrowAsync<LockLostException>(() => stale.WriteAsync(
            new() { Journaled = [new(ScriptKind.Versioned, "1", 1, "x", JournalState.Started)] }, Cancellation));
    }

    [Fact]
    public async Task Direct_and_pooled_migrators_at_once_apply_each_script_once()
    {
        Write("V1__a.sql", "create table a (id bigint); insert into a values (1);");
        Write("V2__b.sql", $"insert into a values (2); {Outside}; insert into a values (3);");

        var runs = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            await using var database = i % 2 == 0 ? Direct() : Database.Open();
            return await new Migrator(database, Load()).ApplyAsync(Cancellation);
        })));

        runs.Sum(run => run.Applied.Count).ShouldBe(2);
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2,3");
    }

    [Fact]
    public async Task A_server_without_session_locks_is_migrated_with_a_lease()
    {
        Write("V1__a.sql", $"create table a (id bigint); {Outside}; set work_mem = '8MB'; insert into a values (1);");
        await using var proxy = new PostgresProxy(DirectString) { Claims = ("PostgreSQL ", "CockroachDB") };
        await using var database = new PostgresMigrationDatabase(proxy.ConnectionString);

        await new Migrator(database, Load()).ApplyAsync(Cancellation);

        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select fence, expires_at <= now() from schema_history_lease where part = 'heartbeat'")).ShouldBe("1|True");
    }

    // The database as those see it who need no pooler.
    private PostgresMigrationDatabase Direct() => new(DirectString);

    private string DirectString
    {
        get
        {
            var server = new PostgresEngine().ServerSettings();
            server.Database = new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database;
            return server.ConnectionString;
        }
    }

    private static async Task<IMigrationDatabase> LockedAsync(IMigrationDatabase database)
    {
        await database.ReadHistoryAsync(Cancellation);
        (await database.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldNotBeNull();
        return database;
    }
}
