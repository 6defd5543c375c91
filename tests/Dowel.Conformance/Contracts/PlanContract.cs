using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class PlanContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task A_plan_says_what_would_run_and_changes_nothing()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint); insert into b values (1);");
        Write("R__v.sql", "create view v as select id from b;");
        var before = await StateAsync();

        var plan = await PlanAsync();

        plan.Layout.ShouldBe(LayoutNames.Flyway);
        plan.Refusals.ShouldBeEmpty();
        plan.Pending.Select(script => script.Script.Path).ShouldBe(["V2__b.sql", "R__v.sql"]);
        plan.Pending[0].Statements.Select(statement => statement.Text).ShouldBe(["create table b (id bigint)", "insert into b values (1)"]);
        plan.Scripts.Select(script => (script.State, script.Statements)).ShouldBe(
            [(ScriptState.Applied, 1), (ScriptState.Pending, 2), (ScriptState.Pending, 1)]);
        (await StateAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("create table a (id bigint);", TransactionMode.Whole)]
    [InlineData("-- dowel: transaction=none\ncreate table a (id bigint);", TransactionMode.Stepwise)]
    [InlineData("vacuum;", TransactionMode.Stepwise)]
    [InlineData("begin; create table a (id bigint); commit;", TransactionMode.Stepwise)]
    [InlineData("savepoint s; release s;", TransactionMode.Whole)]
    public async Task A_plan_says_how_a_script_is_kept_whole(string text, TransactionMode mode)
    {
        Write("V1__a.sql", text);

        (await PlanAsync()).Pending.ShouldHaveSingleItem().Mode.ShouldBe(mode);
    }

    [Fact]
    public async Task A_plan_says_where_an_unfinished_script_goes_on()
    {
        Write("V1__a.sql", "-- dowel: transaction=none\ncreate table a (id bigint);\ninsert into missing values (1);");
        await FailsAsync();

        var script = (await PlanAsync()).Pending.ShouldHaveSingleItem();

        script.Done.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_of_a_set_that_is_refused_lists_why()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V1_0__b.sql", "create table b (id bigint);");
        Write("V2_c.sql", "create table c (id bigint);");
        Write("V3__d.sql", "  ");

        (await PlanAsync()).Refusals.Select(error => error.Code).Order(StringComparer.Ordinal).ShouldBe(["DWL1001", "DWL1002", "DWL1008"]);
        (await RefusedAsync()).Errors.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_plan_of_going_down_changes_nothing()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("U1__a.sql", "drop table a;");
        await UpAsync();
        var before = await StateAsync();

        var plan = await WithAsync(migrator => migrator.PlanUndoAsync(1, Cancellation));

        plan.Undone.ShouldHaveSingleItem().Name.ShouldBe("1");
        plan.Scripts.ShouldHaveSingleItem().Script.Path.ShouldBe("U1__a.sql");
        (await StateAsync()).ShouldBe(before);
    }
}

public sealed class SqlitePlan() : PlanContract(Engine.Sqlite);

public sealed class PostgresPlan() : PlanContract(Engine.Postgres);
