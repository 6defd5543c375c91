namespace Dowel.Migrations.Tests;

public sealed class HookNameTests
{
    [Theory]
    [InlineData("V1__x.sql", "flyway")]
    [InlineData("001_x.sql", "sequential")]
    [InlineData("001_x.up.sql", "pairs")]
    public void Hooks_stand_behind_the_scripts_of_every_layout(string script, string layout)
    {
        var set = Loading.Load(
            "beforeMigrate__b.sql", "afterEachMigrate.sql", "beforeMigrate.sql", "beforeMigrate__a_c.sql", "beforeEachMigrate.sql", "afterMigrate.sql", script);

        set.Errors.ShouldBeEmpty();
        set.Layout.ShouldBe(layout);
        set.Scripts.Skip(1).Select(hook => $"{hook.Kind} {hook.Description}".TrimEnd()).ShouldBe(
            ["BeforeRun", "BeforeRun a c", "BeforeRun b", "AfterRun", "BeforeEach", "AfterEach"]);
        set.Scripts.ShouldAllBe(item => item.Version == null || item == set.Scripts[0]);
    }

    [Fact]
    public void A_hook_for_one_database_takes_the_place_of_the_shared_one()
    {
        var set = Loading.Load("V1__x.sql", "afterMigrate.sql", "afterMigrate.postgres.sql", "sqlite/afterMigrate.sql");

        set.Errors.ShouldBeEmpty();
        set.Scripts[1].Path.ShouldBe("afterMigrate.postgres.sql");
    }

    [Fact]
    public void Two_files_for_one_hook_are_refused()
    {
        var error = Loading.Load("V1__x.sql", "a/afterMigrate__x.sql", "b/afterMigrate__x.sql").Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1002");
        error.Problem.ShouldContain("are both the hook afterMigrate 'x'");
    }

    [Theory]
    [InlineData("beforeValidate.sql")]
    [InlineData("afterClean__x.sql")]
    [InlineData("createSchema.sqlite.sql")]
    public void An_event_at_which_nothing_runs_is_refused_by_name(string file)
    {
        var error = Loading.Load("V1__x.sql", file).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1030");
        error.Location.ShouldBe(new SourceLocation(file));
        error.Remedy.ShouldContain("beforeMigrate, afterMigrate, beforeEachMigrate, afterEachMigrate");
    }

    [Fact]
    public void A_hook_in_other_letters_is_a_bad_name() =>
        Loading.Load("V1__x.sql", "beforemigrate.sql").Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1001");

    [Fact]
    public void Neither_plan_nor_undo_nor_repair_takes_a_hook_for_a_script()
    {
        var set = Loading.Load("V1__x.sql", "beforeMigrate.sql", "afterEachMigrate__x.sql");
        var options = new PlanOptions { Dialect = TestDialect.Postgres, Tokens = new(null, new Dictionary<string, string>(), TestDialect.Postgres) };

        HistoryComparison.Of(set, History.Empty, options).Statuses.ShouldHaveSingleItem().Script.ShouldBe(set.Scripts[0]);
        UndoPlan.Create(set, History.Empty, options, 1).Scripts.ShouldBeEmpty();
    }
}
