namespace Dowel.Chaos;

/// <summary>Work that the server goes on with when the migrator that asked for it is dead.</summary>
public sealed class OrphanTests
{
    [Theory]
    [InlineData("create index concurrently big_hash on log (md5(md5(what)));", "create index")]
    [InlineData("create unique index concurrently big_hash on log (md5(md5(what)), id);", "create unique")]
    [InlineData("reindex index concurrently log_pkey;", "reindex")]
    [InlineData("create index soon on log (script); drop index concurrently soon; vacuum full log;", "vacuum")]
    public Task A_killed_run_s_statement_is_waited_for_and_left_valid(string statement, string busy) =>
        RunAsync($"insert into log (script, what) select 2, n::text from generate_series(1, 400000) n;\n{statement}", busy);

    [Fact]
    public Task A_killed_run_s_transaction_is_waited_for_and_not_done_twice() =>
        RunAsync("insert into log (script, what) values (2, 'once'); select pg_sleep(1.5);", "select pg_sleep");

    [Fact]
    public Task A_killed_run_s_step_is_waited_for_and_not_done_twice() =>
        RunAsync("vacuum; with slow as (select pg_sleep(1.5)) insert into log (script, what) select 2, 'once' from slow;", "with slow");

    private static async Task RunAsync(string script, string busy)
    {
        using var scripts = new ScratchScripts()
            .Write("V002__slow.sql", script)
            .Write("V003__last.sql", "insert into log (script, what) values (3, 'last');");
        var arena = Arena.Over(Engine.Postgres, scripts.Folder);
        await using var database = await arena.Engine.CreateAsync();
        await using var victim = await VictimProcess.StartAsync(arena, database);
        await victim.GoAsync();
        while (await database.QueryAsync(Busy(busy)) == "0")
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await victim.KillAsync();

        (await Ordeal.CompleteAsync(arena, database)).ShouldBe("");
    }

    private static string Busy(string words) =>
        $"select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query like '{words}%'";
}
