using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class RepairContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task All_edited_scripts_are_accepted()
    {
        await UpAndEditAsync();

        var report = await RepairAsync();

        report.Accepted.Select(script => script.Name).ShouldBe(["1", "2"]);
        (await UpAsync()).Applied.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_scripts_that_are_named_are_accepted()
    {
        await UpAndEditAsync();

        (await RepairAsync(new() { Scripts = ["01"] })).Accepted.ShouldHaveSingleItem().Name.ShouldBe("1");

        (await RefusedAsync()).Errors.ShouldHaveSingleItem().Problem.ShouldContain("V2__b.sql");
    }

    [Fact]
    public async Task A_plan_of_a_repair_changes_nothing()
    {
        await UpAndEditAsync();
        var before = await StateAsync();

        (await RepairAsync(new() { PlanOnly = true })).Accepted.Count.ShouldBe(2);

        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_unknown_version_is_refused()
    {
        await UpAndEditAsync();

        (await RefusedAsync(migrator => migrator.RepairAsync(new() { Scripts = ["9"] }, Cancellation))).Code.ShouldBe("DWL1021");
    }

    [Theory]
    [InlineData(Settlement.Done)]
    [InlineData(Settlement.Redo)]
    public async Task Settling_what_is_not_in_doubt_is_refused(Settlement settlement)
    {
        await UpAndEditAsync();

        (await RefusedAsync(migrator => migrator.RepairAsync(new() { Settlement = settlement }, Cancellation))).Code.ShouldBe("DWL1026");
    }

    [Fact]
    public async Task Repairing_what_is_in_order_changes_nothing()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var fresh = await StateAsync();
        await RepairAsync();
        (await StateAsync()).ShouldBe(fresh);

        await UpAsync();
        var before = await StateAsync();
        (await RepairAsync()).Accepted.ShouldBeEmpty();
        (await StateAsync()).ShouldBe(before);
    }

    private async Task UpAndEditAsync()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await UpAsync("V2__b.sql", "create table b (id bigint);");
        Write("V1__a.sql", "create table a (id bigint); -- edited");
        Write("V2__b.sql", "create table b (id bigint); -- edited");
    }
}

public sealed class SqliteRepair() : RepairContract(Engine.Sqlite);

public sealed class PostgresRepair() : RepairContract(Engine.Postgres);
