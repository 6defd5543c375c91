namespace Dowel.Migrations.Tests;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("V1__init.sql", "flyway", "Versioned 1 init")]
    [InlineData("V1_2__add_users.sql", "flyway", "Versioned 1.2 add users")]
    [InlineData("V1.2__add-users.sql", "flyway", "Versioned 1.2 add-users")]
    [InlineData("V001.sql", "flyway", "Versioned 001")]
    [InlineData("V0__zero.SQL", "flyway", "Versioned 0 zero")]
    [InlineData("V20261121093000__x.sql", "flyway", "Versioned 20261121093000 x")]
    [InlineData("R__my_views.sql", "flyway", "Repeatable - my views")]
    [InlineData("U1_2__x.sql", "flyway", "Undo 1.2 x")]
    [InlineData("B1__all.sql", "flyway", "Baseline 1 all")]
    [InlineData("V1__scale.up.sql", "flyway", "Versioned 1 scale.up")]
    [InlineData("V1__a.b.c.sql", "flyway", "Versioned 1 a.b.c")]
    [InlineData("000_init.sql", "sequential", "Versioned 000 init")]
    [InlineData("001-add_users.sql", "sequential", "Versioned 001 add users")]
    [InlineData("001-2fa.sql", "sequential", "Versioned 001 2fa")]
    [InlineData("1.2_x.sql", "sequential", "Versioned 1.2 x")]
    [InlineData("007.sql", "sequential", "Versioned 007")]
    [InlineData("20261121093000_x.sql", "sequential", "Versioned 20261121093000 x")]
    [InlineData("000001_x.up.sql", "pairs", "Versioned 000001 x")]
    [InlineData("000001_x.UP.sql", "pairs", "Versioned 000001 x")]
    [InlineData("deep/er/V1__init.sql", "flyway", "Versioned 1 init")]
    public void A_name_says_layout_kind_version_and_description(string name, string layout, string script)
    {
        var set = Loading.Load(name);

        set.Errors.ShouldBeEmpty();
        set.Layout.ShouldBe(layout);
        Loading.Summary(set).ShouldBe(script);
    }

    [Theory]
    [InlineData("flyway", "v1__init.sql", "V1__init.sql")]
    [InlineData("flyway", "V1_init.sql", "V1__init.sql")]
    [InlineData("flyway", "V1-init.sql", "V1__init.sql")]
    [InlineData("flyway", "V__init.sql", "V1__init.sql")]
    [InlineData("flyway", "V1..2__init.sql", "V1__2__init.sql")]
    [InlineData("flyway", "R1__views.sql", "R__views.sql")]
    [InlineData("flyway", "R__.sql", "R__description.sql")]
    [InlineData("flyway", "r_views.sql", "R__views.sql")]
    [InlineData("flyway", "001_init.sql", "V001__init.sql")]
    [InlineData("flyway", "init.sql", "V1__init.sql")]
    [InlineData("flyway", "views.postgres.sql", "V1__views.postgres.sql")]
    [InlineData("flyway", "postgres/v1__x.sql", "V1__x.sql")]
    [InlineData("sequential", "V001__x.sql", "001_x.sql")]
    [InlineData("sequential", "001x.sql", "001_x.sql")]
    [InlineData("sequential", "001 add users.sql", "001_add_users.sql")]
    [InlineData("sequential", "init.sql", "001_init.sql")]
    [InlineData("sequential", "001_x.up.sql", "001_x.sql")]
    [InlineData("sequential", "2026-11-21_x.sql", "20261121_x.sql")]
    [InlineData("sequential", "2026-11-21-093000_x.sql", "20261121093000_x.sql")]
    [InlineData("sequential", "1..2_x.sql", "1_2_x.sql")]
    [InlineData("pairs", "000001_x.sql", "000001_x.up.sql")]
    [InlineData("pairs", "000001_x_down.sql", "000001_x.down.sql")]
    [InlineData("pairs", "000001x.up.sql", "000001_x.up.sql")]
    [InlineData("pairs", "x.postgres.down.sql", "000001_x.down.postgres.sql")]
    public void A_bad_name_is_answered_with_a_near_good_one(string layout, string name, string near)
    {
        var error = Loading.LoadAs(layout, name).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1001");
        error.Location.ShouldBe(new SourceLocation(name));
        error.Remedy.ShouldStartWith($"Did you mean '{near}'?");
        Loading.LoadAs(layout, near).Errors.ShouldAllBe(other => other.Problem.Contains("takes version", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_bad_name_is_listed_in_the_order_of_paths()
    {
        var set = Loading.Load("V1__a.sql", "z.sql", "a.sql");

        set.Layout.ShouldBe("flyway");
        set.Errors.Select(error => error.Location!.Value.File).ShouldBe(["a.sql", "z.sql"]);
    }

    [Fact]
    public void Names_that_fit_nowhere_are_told_all_patterns()
    {
        var error = Loading.Load("init.sql").Errors.ShouldHaveSingleItem();

        error.Remedy.ShouldContain("V1_2__description.sql");
        error.Remedy.ShouldContain("001_description.sql");
        error.Remedy.ShouldContain("000001_description.up.sql");
    }

    [Theory]
    [InlineData("v1_x.sql", "V1__x.sql")]
    [InlineData("001x.sql", "001_x.sql")]
    [InlineData("001x.up.sql", "001_x.up.sql")]
    public void Without_a_layout_the_nearest_one_makes_the_suggestion(string name, string near) =>
        Loading.Load(name).Errors.ShouldHaveSingleItem().Remedy.ShouldStartWith($"Did you mean '{near}'?");

    [Fact]
    public void No_files_are_an_empty_set()
    {
        var set = Loading.Load();

        set.Layout.ShouldBe("flyway");
        set.Scripts.ShouldBeEmpty();
        set.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void Mixed_layouts_are_one_error_that_names_the_files()
    {
        var set = Loading.Load("001_a.sql", "002_b.sql", "003_c.sql", "004_d.sql", "V5__e.sql", "000006_f.up.sql");

        set.Scripts.ShouldBeEmpty();
        var error = set.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1014");
        error.Problem.ShouldContain("sequential is suggested by '001_a.sql', '002_b.sql', '003_c.sql' and 1 more");
        error.Problem.ShouldContain("flyway is suggested by 'V5__e.sql'");
        error.Problem.ShouldContain("pairs is suggested by '000006_f.up.sql'");
        error.Remedy.ShouldContain("--layout sequential");
    }

    [Theory]
    [InlineData("evolve", "flyway")]
    [InlineData("FLYWAY", "flyway")]
    [InlineData("pairs", "pairs")]
    public void A_layout_can_be_forced(string forced, string layout) => Loading.LoadAs(forced).Layout.ShouldBe(layout);

    [Fact]
    public void An_unknown_forced_layout_is_refused()
    {
        var error = Loading.LoadAs("flywya", "V1__x.sql").Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1014");
        error.Remedy.ShouldBe("Did you mean 'flyway'? Layouts: flyway, evolve, sequential, pairs, goose, dbmate, diesel, sqlx, drizzle, dbup.");
    }

    [Theory]
    [InlineData("V1__x.sql", null, TokenScope.Everywhere)]
    [InlineData("V1__x.sql", true, TokenScope.Everywhere)]
    [InlineData("V1__x.sql", false, TokenScope.Off)]
    [InlineData("001_x.sql", null, TokenScope.Off)]
    [InlineData("001_x.sql", true, TokenScope.Code)]
    [InlineData("001_x.up.sql", false, TokenScope.Off)]
    public void The_layout_and_the_option_decide_where_tokens_count(string name, bool? tokens, TokenScope scope) =>
        ScriptSetLoader.Load([MemorySource.Of(name)], TestDialect.Postgres, new() { Tokens = tokens }).Tokens.ShouldBe(scope);

    [Fact]
    public void Scripts_come_in_the_order_in_which_they_run()
    {
        var set = Loading.Load("U2__c.sql", "V10__d.sql", "R__b.sql", "V9__x.sql", "B1__all.sql", "R__a.sql", "V9_1__y.sql");

        Loading.Summary(set).ShouldBe(
            "Versioned 9 x | Versioned 9.1 y | Versioned 10 d | Repeatable - a | Repeatable - b | Undo 2 c | Baseline 1 all");
    }
}
