using Dowel.Migrations;

namespace Dowel.Conformance;

public abstract class BaselineContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task Scripts_up_to_the_target_count_as_applied_without_running()
    {
        await Database.ExecuteAsync("create table a (id bigint)");
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");

        var run = await BaselineAsync(new() { Target = MigrationVersion.Parse("1") });

        run.Scripts.Select(script => script.State).ShouldBe([ScriptState.Baseline, ScriptState.Pending]);
        (await HistoryAsync()).ShouldBe("baseline|1");
        (await UpAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("2");
    }

    [Fact]
    public async Task Without_a_target_all_versions_count_and_repeatable_scripts_do_not()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);");
        Write("R__c.sql", "create table if not exists c (id bigint);");

        await BaselineAsync();

        (await HistoryAsync()).ShouldBe("baseline|1,baseline|2");
        (await UpAsync()).Applied.ShouldHaveSingleItem().Name.ShouldBe("c");
    }

    [Fact]
    public async Task A_database_with_a_history_is_refused()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");

        (await RefusedAsync(migrator => migrator.BaselineAsync(Cancellation))).Code.ShouldBe("DWL1023");
    }

    [Fact]
    public async Task A_baseline_to_an_unknown_version_is_refused()
    {
        Write("V1__a.sql", "create table a (id bigint);");

        (await RefusedAsync(migrator => migrator.BaselineAsync(Cancellation), new() { Target = MigrationVersion.Parse("9") }))
            .Code.ShouldBe("DWL1021");
    }

    [Fact]
    public async Task A_script_edited_after_the_baseline_is_refused()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await BaselineAsync();
        Write("V1__a.sql", "create table a (id text);");

        (await RefusedAsync()).Code.ShouldBe("DWL1004");
    }

    [Fact]
    public async Task A_baseline_script_written_afterwards_is_left_out()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await BaselineAsync();
        Write("B1__all.sql", "create table a (id bigint, name text);");

        (await UpAsync("V2__b.sql", "create table b (id bigint);")).Applied.ShouldHaveSingleItem().Name.ShouldBe("2");
    }

    private Task<MigrationRun> BaselineAsync(MigratorOptions? options = null) =>
        WithAsync(migrator => migrator.BaselineAsync(Cancellation), options);
}

public sealed class SqliteBaseline() : BaselineContract(Engine.Sqlite);

public sealed class PostgresBaseline() : BaselineContract(Engine.Postgres);
