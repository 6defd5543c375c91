using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Connections that break, are refused, or cannot be had.</summary>
public sealed class PostgresConnectionContract() : Contract(Engine.Postgres)
{
    [Theory]
    [InlineData("")]
    [InlineData("-- dowel: transaction=none\n")]
    public async Task A_connection_cut_in_the_middle_of_a_script_leaves_nothing_half_done(string head)
    {
        Write("V1__a.sql", head + "create table a (id int);\ninsert into a values (1);\nselect pg_sleep(30);");
        var run = Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        await CutAsync("query like 'select pg_sleep%'");

        var error = await run;

        error.Code.ShouldBe("DWL1105");
        error.Errors[0].Location!.Value.Line.ShouldBe(head.Length > 0 ? 4 : 3);
        (await HistoryAsync()).ShouldBe("");
        Write("V1__a.sql", head + "create table a (id int);\ninsert into a values (1);\nselect 1;");
        await UpAsync();
        (await Database.QueryAsync("select id from a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_connection_cut_in_an_index_build_leaves_an_index_that_the_next_run_builds_anew()
    {
        Write("V1__a.sql", "create table a (id int);\ncreate index concurrently a_id on a (id);");
        await using (var older = await Database.ConnectAsync())
        {
            await older.ExecuteAsync("begin isolation level repeatable read; select 1");
            var run = Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
            await CutAsync("query like 'create index%' and wait_event_type = 'Lock'");
            (await run).Code.ShouldBe("DWL1105");
        }

        (await JournalAsync()).ShouldBe("1|done,2|started");
        await UpAsync();

        (await Database.QueryAsync("select bool_and(indisvalid), count(*) from pg_index where indexrelid = 'a_id'::regclass")).ShouldBe("True|1");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_run_that_waits_to_read_the_history_can_be_interrupted()
    {
        Write("V1__a.sql", "create table a (id int);");
        await UpAsync();
        await using var other = await Database.ConnectAsync();
        await other.ExecuteAsync("begin; lock table schema_history in access exclusive mode");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        end.CancelAfter(TimeSpan.FromMilliseconds(500));

        await Should.ThrowAsync<OperationCanceledException>(() => UpAsync(cancellation: end.Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-- dowel: transaction=none\n")]
    public async Task A_lock_whose_connection_is_cut_ends_the_run_and_the_next_one_goes_on(string head)
    {
        Write("V1__a.sql", head + "create table a (id int);\nselect pg_sleep(1);\ninsert into a values (1);");
        Write("V2__b.sql", "-- dowel: transaction=none\ninsert into a values (2);\nvacuum a;");
        await using var database = Database.Open();
        var migrator = new Migrator(database, Load());
        var run = Should.ThrowAsync<DowelException>(() => migrator.ApplyAsync(Cancellation));
        await CutAsync("exists (select 1 from pg_locks l where l.pid = a.pid and l.locktype = 'advisory')");

        (await run).Code.ShouldBe("DWL1106");

        await migrator.ApplyAsync(Cancellation);
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_unreachable()
    {
        (await UnavailableAsync(settings => (settings.Host, settings.Port) = ("127.0.0.1", 1))).Code.ShouldBe("DWL1106");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told()
    {
        (await UnavailableAsync(settings => settings.Database = "no_such_database")).Code.ShouldBe("DWL1108");
    }

    [Fact]
    public async Task A_database_that_is_read_only_is_told_before_anything_runs()
    {
        var error = await UnavailableAsync(settings => settings.Options = "-c default_transaction_read_only=on");

        error.Code.ShouldBe("DWL1109");
        (await StateAsync()).ShouldNotContain("table");
    }

    [Fact]
    public async Task No_message_shows_a_password()
    {
        var error = await UnavailableAsync(settings =>
            (settings.Host, settings.Port, settings.Username, settings.Password) = ("127.0.0.1", 1, "somebody", "s3cret"));

        error.ToString().ShouldNotContain("s3cret");
        error.Problem.ShouldNotContain("somebody");
    }

    // Ends a server process as an operator would, once it has come to what it is to be cut in.
    private async Task CutAsync(string where)
    {
        var cut = $"select count(pg_terminate_backend(pid)) from pg_stat_activity a where datname = current_database() and application_name = 'dowel' and {where}";
        while (await Database.QueryAsync(cut) == "0")
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private async Task<DatabaseUnavailableException> UnavailableAsync(Action<NpgsqlConnectionStringBuilder> change)
    {
        Write("V1__a.sql", "create table a (id int);");
        var settings = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        change(settings);
        await using var database = new PostgresMigrationDatabase(settings.ConnectionString);
        return await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));
    }
}
