using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>Whatever a script does to its session, the history is right and the next script starts afresh.</summary>
public sealed class PostgresSessionContract() : Contract(Engine.Postgres)
{
    public static TheoryData<string> Changes { get; } =
    [
        "set role pg_read_all_data",
        "set session authorization pg_monitor",
        "set search_path to ''",
        "set timezone = 'Asia/Kathmandu'",
        "set datestyle = 'SQL, DMY'",
        "set standard_conforming_strings = off",
        "set default_transaction_isolation = 'serializable'",
        "set default_transaction_read_only = on",
        "prepare p as select 1",
        "select set_config('search_path', 'pg_catalog', false)",
        "do $$ begin perform set_config('search_path', 'pg_catalog', false); end $$",
        "discard all",
        "create temp table b (x text)",
        "declare c cursor with hold for select 1",
        "select pg_advisory_lock(1)",
        "listen news",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_next_script_is_unaffected(string change)
    {
        Write("V1__a.sql", $"create table a (id int); {change};");
        Write("V2__b.sql", """
            create table b (id int);
            insert into b values (length('\n'));
            prepare p as select 1;
            declare c cursor with hold for select 1;
            create table seen as
            select current_user::text || ' ' || current_setting('timezone') || ' ' || current_setting('transaction_isolation')
                   || ' ' || (select count(*) from pg_listening_channels())
                   || ' ' || (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) as it;
            """);

        await UpAsync();

        (await Database.QueryAsync("select id from public.b")).ShouldBe("2");
        var fresh = await Database.QueryAsync("select current_user::text || ' ' || current_setting('timezone') || ' read committed 0 0'");
        (await Database.QueryAsync("select it from seen")).ShouldBe(fresh);
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_stepwise_script_is_recorded_all_the_same(string change)
    {
        Write("V1__a.sql", $"-- dowel: transaction=none\ncreate table public.a (id int);\n{change};\nselect 1;");
        Write("V2__b.sql", "create table b (id int); insert into b values (1);");

        await UpAsync();

        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
        (await Database.QueryAsync("select id from public.b")).ShouldBe("1");
        (await JournalAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_resumed_script_has_its_session_again()
    {
        const string Head = "-- dowel: transaction=none\ncreate schema s;\nset search_path to s;\ncreate table a (id int);\n";
        Write("V1__a.sql", Head + "insert into missing values (1);");
        await FailsAsync();
        Write("V1__a.sql", Head + "insert into a values (1);");

        await UpAsync();

        (await Database.QueryAsync("select id from s.a")).ShouldBe("1");
    }

    [Fact]
    public async Task A_script_that_makes_its_transaction_read_only_commits_what_it_did()
    {
        Write("V1__a.sql", "create table a (id int); set transaction_read_only = on; select 1;");

        await UpAsync();

        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task Scripts_of_an_atomic_run_do_not_see_each_others_settings()
    {
        Write("V1__a.sql", "create schema s; set search_path to s; create table a (id int);");
        Write("V2__b.sql", "create table b (id int);");

        await UpAsync(new() { Atomic = true });

        (await Database.QueryAsync("select count(*) from s.a, public.b")).ShouldBe("0");
    }

    [Fact]
    public async Task Two_schemas_of_one_database_are_independent()
    {
        Write("V1__a.sql", "create table a (id int); insert into ${schema}.a values (1);");
        Schema = "first";
        await UpAsync();
        Schema = "second";

        (await UpAsync()).Applied.Count.ShouldBe(1);

        (await Database.QueryAsync("select version from first.schema_history")).ShouldBe("1");
        (await Database.QueryAsync("select id from first.a union all select id from second.a")).ShouldBe("1,1");
        (await Database.QueryAsync("select to_regclass('public.schema_history') is null")).ShouldBe("True");
    }

    [Fact]
    public async Task Two_schemas_of_one_database_are_migrated_side_by_side()
    {
        Write("V1__a.sql", "create table a (id int);");
        await using var first = Database.Open("first");
        await first.ReadHistoryAsync(Cancellation);
        await using var held = await first.TryLockAsync(LockNeed.Steps, Cancellation);
        Schema = "second";

        (await UpAsync(new() { LockWait = TimeSpan.Zero })).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Notices_are_passed_on()
    {
        await UpAsync("V1__a.sql", "do $$ begin raise notice 'hello'; end $$;");

        Events.OfType<MigrationEvent.Notice>().ShouldContain(notice => notice.Text == "NOTICE: hello");
    }
}
