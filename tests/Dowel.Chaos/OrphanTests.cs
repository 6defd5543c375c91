namespace Dowel.Chaos;

/// <summary>Work that the server goes on with when the migrator that asked for it is dead.</summary>
public sealed class OrphanTests
{
    // Ten rows, each of which an index takes its time over.
    private const string Slowly = """
        create function slowly(what text) returns text language plpgsql immutable as $$
        begin
            perform pg_sleep(0.1);
            return what;
        end $$;
        create table slow (id int primary key, what text);
        insert into slow select n, n::text from generate_series(1, 10) n;
        """;

    [Theory]
    [InlineData("create index concurrently slow_what on slow (slowly(what));")]
    [InlineData("create unique index concurrently slow_what on slow (slowly(what), id);")]
    public Task A_killed_run_s_index_is_waited_for_and_left_valid(string statement) => RunAsync(statement, "create");

    [Theory]
    [InlineData("vacuum full slow;", "vacuum")]
    [InlineData("reindex index concurrently slow_what;", "reindex")]
    public Task A_killed_run_s_rebuild_is_waited_for_and_left_valid(string statement, string busy) =>
        RunAsync($"create index slow_what on slow (slowly(what));\n{statement}", busy);

    [Fact]
    public Task A_killed_run_s_transaction_is_waited_for_and_not_done_twice() =>
        RunAsync("insert into log (script, what) values (3, 'once'); select pg_sleep(1.5);", "select pg_sleep");

    [Fact]
    public Task A_killed_run_s_step_is_waited_for_and_not_done_twice() =>
        RunAsync("vacuum; with slow as (select pg_sleep(1.5)) insert into log (script, what) select 3, 'once' from slow;", "with slow");

    [Fact]
    public async Task A_detached_partition_s_second_half_is_done_by_the_next_run()
    {
        using var scripts = new ScratchScripts()
            .Write("V002__parts.sql", "create table parts (id int) partition by list (id); create table one partition of parts for values in (1);")
            .Write("V003__detach.sql", "alter table parts detach partition one concurrently; insert into log (script, what) values (3, 'detached');");
        var arena = Arena.Over(Engine.Postgres, scripts.Folder);
        await using var database = await arena.Engine.CreateAsync();
        await using var victim = await VictimProcess.StartAsync(arena, database);

        // Whoever has read the table keeps the second half waiting.
        await arena.UpAsync(database, options: new() { Target = Migrations.MigrationVersion.Parse("2") });
        var reader = database.QueryAsync("begin; select count(*) from parts; select pg_sleep(1); commit");
        await victim.GoAsync();
        await WaitForAsync(database, "alter table");
        await victim.KillAsync();
        await database.QueryAsync("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'alter table%'");
        await reader;

        (await Ordeal.CompleteAsync(arena, database)).ShouldBe("");
    }

    private static async Task RunAsync(string script, string busy)
    {
        using var scripts = new ScratchScripts()
            .Write("V002__slow.sql", Slowly)
            .Write("V003__work.sql", script)
            .Write("V004__last.sql", "insert into log (script, what) values (4, 'last');");
        var arena = Arena.Over(Engine.Postgres, scripts.Folder);
        await using var database = await arena.Engine.CreateAsync();
        await using var victim = await VictimProcess.StartAsync(arena, database);
        await victim.GoAsync();
        await WaitForAsync(database, busy);
        await victim.KillAsync();

        (await Ordeal.CompleteAsync(arena, database)).ShouldBe("");
    }

    private static async Task WaitForAsync(TestDatabase database, string words)
    {
        var busy = $"select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '{words}%' and query not like 'create index slow_what on%'";
        while (await database.QueryAsync(busy) == "0")
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
