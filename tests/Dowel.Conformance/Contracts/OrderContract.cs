using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class OrderContract(Engine engine) : Contract(engine)
{
    [Theory]
    [InlineData(OutOfOrderPolicy.Allow, 0)]
    [InlineData(OutOfOrderPolicy.Warn, 1)]
    public async Task A_late_comer_runs_where_the_policy_lets_it(OutOfOrderPolicy policy, int warnings)
    {
        await WriteLateComerAsync("create table b (id bigint);");

        var run = await UpAsync(new() { OutOfOrder = policy });

        run.Applied.ShouldHaveSingleItem().Name.ShouldBe("2");
        run.Warnings.Select(warning => warning.Code).ShouldBe(Enumerable.Repeat("DWL1006", warnings));
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|3,versioned|2");
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_comer_is_refused_otherwise()
    {
        await WriteLateComerAsync("create table b (id bigint);");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1006");
        refusal.Plan!.Scripts[1].State.ShouldBe(ScriptState.OutOfOrder);
    }

    [Fact]
    public async Task A_late_comer_can_ask_to_run_itself()
    {
        await WriteLateComerAsync("-- dowel: out-of-order=allow\ncreate table b (id bigint);");

        (await UpAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("2");
    }

    [Fact]
    public async Task A_gap_is_refused_where_the_policy_says_so()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V3__c.sql", "create table c (id bigint);");

        (await RefusedAsync(new() { Gaps = GapPolicy.Refuse })).Code.ShouldBe("DWL1015");
        (await UpAsync()).Applied.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_target_ends_the_run_before_repeatable_scripts()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        Write("R__view.sql", "create view v as select id from b;");

        var run = await UpAsync(new() { Target = MigrationVersion.Parse("01") });

        run.Applied.ShouldHaveSingleItem().Name.ShouldBe("1");
        run.Scripts.Select(script => script.State).ShouldBe([ScriptState.Applied, ScriptState.Pending, ScriptState.Pending]);
        (await UpAsync()).Applied.Select(script => script.Name).ShouldBe(["2", "view"]);
    }

    [Fact]
    public async Task An_unknown_target_is_refused()
    {
        Write("V1__a.sql", "create table a (id bigint);");

        (await RefusedAsync(new() { Target = MigrationVersion.Parse("7") })).Code.ShouldBe("DWL1021");
    }

    [Fact]
    public async Task A_repeatable_script_runs_again_when_it_is_edited_behind_the_versioned_ones()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("R__v.sql", "drop view if exists v; create view v as select id from a;");
        await UpAsync();
        Write("V2__b.sql", "create table b (id bigint, name text);");
        Write("R__v.sql", "drop view if exists v; create view v as select id, name from b;");

        var run = await UpAsync();

        run.Applied.Select(script => script.Name).ShouldBe(["2", "v"]);
        (await Database.QueryAsync("select name from v")).ShouldBe("");
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_database_starts_from_the_baseline_script()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        Write("B2__all.sql", "create table a (id bigint); create table b (id bigint);");
        Write("V3__c.sql", "create table c (id bigint);");

        var run = await UpAsync();

        run.Applied.Select(script => script.Source).ShouldBe(["B2__all.sql", "V3__c.sql"]);
        (await HistoryAsync()).ShouldBe("baseline|2,versioned|3");
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edited_baseline_script_is_refused_where_it_was_applied()
    {
        await UpAsync("B2__all.sql", "create table a (id bigint);");
        Write("B2__all.sql", "create table a (id bigint, name text);");

        (await RefusedAsync()).Code.ShouldBe("DWL1004");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_with_a_history_goes_on_without_the_baseline_script(bool keepsOldScripts)
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await UpAsync("V2__b.sql", "create table b (id bigint);");
        Write("B2__all.sql", "create table a (id bigint); create table b (id bigint);");
        Write("V3__c.sql", "create table c (id bigint);");
        if (!keepsOldScripts)
        {
            Remove("V1__a.sql");
            Remove("V2__b.sql");
        }

        var run = await UpAsync();

        run.Applied.ShouldHaveSingleItem().Name.ShouldBe("3");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2,versioned|3");
    }

    private async Task WriteLateComerAsync(string text)
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await UpAsync("V3__c.sql", "create table c (id bigint);");
        Write("V2__b.sql", text);
    }
}

public sealed class SqliteOrder() : OrderContract(Engine.Sqlite);

public sealed class PostgresOrder() : OrderContract(Engine.Postgres);
