using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Sessions that a pooler lends: scripts find in them what they should, and other clients nothing that scripts have left.</summary>
public sealed class PooledSessionContract() : Contract(PooledEngine.Instance)
{
    private const string Traces = """
        select current_user::text || ' ' || session_user::text
            || coalesce((select string_agg(' ' || name || '=' || setting, '' order by name) from pg_settings
                         where source = 'session' and name <> 'application_name' and setting is distinct from reset_val), '')
            || coalesce((select string_agg(' prepared ' || name, '') from pg_prepared_statements where from_sql), '')
            || coalesce((select string_agg(' cursor ' || name, '') from pg_cursors where is_holdable), '')
            || coalesce((select string_agg(' temporary ' || relname, '') from pg_class where relnamespace = pg_my_temp_schema()), '')
            || (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())
            || (select count(*) from pg_listening_channels())
        """;

    public static TheoryData<string> Changes { get; } =
    [
        .. PostgresSessionContract.Changes.Select(change => change.Data).Where(change => change != "discard all"),
        "set client_encoding = latin1",
        "set application_name = 'script'; set timezone = 'Asia/Tokyo'",
        "reset all",
        "select set_config('search_path', 'pg_catalog', true)",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Nothing_of_a_script_is_left_behind(string change)
    {
        Write("V1__a.sql", "create table a (id int);");
        await UpAsync();
        Write("V2__b.sql", $"insert into a values (1); {change};");
        Write("V3__c.sql", "insert into public.a values (length('\\n'));");

        await UpAsync();

        (await Database.QueryAsync("select id from public.a order by id")).ShouldBe("1,2");
        (await TracesAsync()).ShouldAllBe(trace => trace == "postgres postgres00");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2,versioned|3");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Nothing_of_a_script_that_failed_is_left_behind(string change)
    {
        Write("V1__a.sql", "create table a (id int);");
        await UpAsync();
        Write("V2__b.sql", $"{change}; insert into public.missing values (1);");

        await FailsAsync();

        (await TracesAsync()).ShouldAllBe(trace => trace == "postgres postgres00");
    }

    [Fact]
    public async Task What_a_statement_outside_transactions_needs_is_there_and_not_left_behind()
    {
        Schema = "shop";
        Write("V1__a.sql", "create table a (id int); insert into a values (1), (1);");
        Write("V2__b.sql", "create index concurrently a_id on a (id); vacuum a;");
        await UpAsync();
        Write("V3__c.sql", "create unique index concurrently a_unique on a (id);");
        for (var i = 0; i < 20; i++)
        {
            (await FailsAsync()).Code.ShouldBe("DWL1101");
            (await TracesAsync()).ShouldAllBe(trace => trace == "postgres postgres00");
        }

        (await Database.QueryAsync("select indexrelid::regclass::text from pg_index where indrelid = 'shop.a'::regclass and indisvalid")).ShouldBe("shop.a_id");
    }

    [Fact]
    public async Task A_schema_is_the_search_path_of_every_transaction()
    {
        Schema = "shop";
        Write("V1__a.sql", "create table a (id int); vacuum; insert into a values (1);");
        Write("V2__b.sql", "create table b as select current_setting('search_path') as path, current_setting('lock_timeout') as bound;");

        await UpAsync(new() { LockTimeout = TimeSpan.FromSeconds(7) });

        (await Database.QueryAsync("select id from shop.a")).ShouldBe("1");
        (await Database.QueryAsync("select path, bound from shop.b")).ShouldBe("\"shop\"|7s");
    }

    [Fact]
    public async Task What_the_pooler_has_set_before_is_put_back()
    {
        Write("V1__a.sql", "create table a (id int); set work_mem = '8MB'; set extra_float_digits = 0;");
        await using var connection = await PooledAsync();
        await connection.ExecuteAsync("set work_mem = '5MB'");

        await UpAsync();

        (await connection.QueryAsync("select current_setting('work_mem'), current_setting('extra_float_digits')")).ShouldBe("5MB|1");
    }

    [Theory]
    [InlineData("create table a (id int);\nset search_path to x;\nvacuum;", 2, "changes its session")]
    [InlineData("vacuum;\nselect set_config('work_mem', '8MB', false);\nselect 1;", 2, "changes its session")]
    [InlineData("create temp table a (id int);\nvacuum;", 1, "makes something temporary")]
    public async Task A_script_that_counts_on_its_session_is_refused_before_anything_runs(string script, int line, string why)
    {
        Write("V1__a.sql", "create table first (id int);");
        Write("V2__b.sql", script);

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1113");
        refusal.Problem.ShouldContain(why);
        refusal.Errors[0].Location!.Value.ToString().ShouldStartWith($"V2__b.sql:{line}:");
    }

    [Fact]
    public async Task Settings_in_the_url_that_a_pooler_does_not_take_are_told()
    {
        var settings = new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Options = "-c work_mem=8MB" };
        await using var database = new PostgresMigrationDatabase(settings.ConnectionString);

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => database.ReadHistoryAsync(Cancellation));

        error.Code.ShouldBe("DWL1112");
    }

    [Fact]
    public async Task A_pooler_in_session_mode_is_found_and_served_as_well()
    {
        var server = new PostgresEngine().ServerSettings();
        var pooler = await PgBouncer.StartedAsync(server, "session");
        server.Database = new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database;
        Write("V1__a.sql", "create table a (id int); create index concurrently a_id on a (id);");
        await using var database = new PostgresMigrationDatabase(pooler.Through(server.ConnectionString));

        await new Migrator(database, Load()).ApplyAsync(Cancellation);

        (await Database.QueryAsync("select count(*) from schema_history_lease")).ShouldBe("2");
    }

    [Fact]
    public async Task A_diagnosis_names_the_pooler_and_who_has_the_lease()
    {
        await using var holder = Database.Open();
        await holder.ReadHistoryAsync(Cancellation);
        await using var held = await holder.TryLockAsync(LockNeed.Steps, Cancellation);

        var findings = (await Database.Server.DiagnoseAsync(Cancellation)).ToDictionary(finding => finding.Topic, finding => finding.Finding);

        findings["pooler"].ShouldContain("each transaction");
        findings["right to migrate"].ShouldBe("a lease");
        findings["held by"].ShouldStartWith($"process {Environment.ProcessId} ");
        findings["rights on the history"].ShouldBe("all that are needed");
    }

    private async Task<TestConnection> PooledAsync()
    {
        var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        return new(connection);
    }

    // What three clients at once find, each in another session of the pool.
    private async Task<List<string>> TracesAsync()
    {
        var clients = new List<TestConnection>();
        var traces = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            clients.Add(await PooledAsync());
            await clients[i].ExecuteAsync("begin");
            traces.Add(await clients[i].QueryAsync(Traces));
        }

        foreach (var client in clients)
        {
            await client.ExecuteAsync("rollback");
            await client.DisposeAsync();
        }

        return traces;
    }
}
