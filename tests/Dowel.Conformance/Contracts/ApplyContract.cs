using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class ApplyContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task Pending_scripts_run_in_the_order_of_versions_then_repeatable_ones()
    {
        Write("R__names.sql", "create view names as select id from b;");
        Write("V10__b.sql", "create table b (id bigint primary key); insert into b values (10);");
        Write("V2__a.sql", "create table a (id bigint primary key);");

        var run = await UpAsync();

        run.Applied.Select(script => script.Name).ShouldBe(["2", "10", "names"]);
        (await HistoryAsync()).ShouldBe("versioned|2,versioned|10,repeatable|names");
        (await Database.QueryAsync("select id from names")).ShouldBe("10");
    }

    [Fact]
    public async Task Nothing_pending_does_nothing()
    {
        Write("V1__a.sql", "create table a (id bigint primary key);");
        await UpAsync();

        var run = await UpAsync();

        run.Applied.ShouldBeEmpty();
        run.Scripts.ShouldHaveSingleItem().State.ShouldBe(ScriptState.Applied);
    }

    [Fact]
    public async Task A_failed_script_is_taken_back_whole_and_says_where()
    {
        Write("V1__a.sql", "create table a (id bigint primary key);");
        Write("V2__b.sql", "create table b (id bigint primary key);\n\ninsert into b\n  values (missing);\n");

        var error = await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());

        error.Code.ShouldBe("DWL1101");
        error.Errors[0].Location!.Value.ToString().ShouldBe("V2__b.sql:4:11");
        error.Excerpt.ShouldBe($"4 |   values (missing);{Environment.NewLine}  |           ^");
        error.Run.Applied.Select(script => script.Name).ShouldBe(["1"]);
        error.Run.Scripts.Select(status => status.State).ShouldBe([ScriptState.Applied, ScriptState.Failed]);
        (await HistoryAsync()).ShouldBe("versioned|1");
        await Should.ThrowAsync<Exception>(() => Database.QueryAsync("select * from b"));
    }

    [Fact]
    public async Task A_mended_script_runs_again()
    {
        Write("V1__a.sql", "create table a (id bigint primary key); insert into a values (missing);");
        await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        Write("V1__a.sql", "create table a (id bigint primary key); insert into a values (1);");

        await UpAsync();

        (await Database.QueryAsync("select id from a")).ShouldBe("1");
    }

    [Fact]
    public async Task An_atomic_run_is_taken_back_whole()
    {
        Write("V1__a.sql", "create table a (id bigint primary key);");
        Write("V2__b.sql", "create table b (id bigint primary key); insert into b values (missing);");

        var error = await Should.ThrowAsync<ScriptFailedException>(() => UpAsync(new() { Atomic = true }));

        error.Errors[0].Location!.Value.File.ShouldBe("V2__b.sql");
        (await HistoryAsync()).ShouldBe("");
        await Should.ThrowAsync<Exception>(() => Database.QueryAsync("select * from a"));
    }
}

public sealed class SqliteApply() : ApplyContract(Engine.Sqlite);

public sealed class PostgresApply() : ApplyContract(Engine.Postgres);
