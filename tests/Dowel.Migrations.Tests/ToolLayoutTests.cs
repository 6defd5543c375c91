using System.Text;

namespace Dowel.Migrations.Tests;

public sealed class ToolLayoutTests
{
    private const string Goose = "-- +goose Up\nselect 1;\n-- +goose Down\nselect 2;\n";
    private const string Dbmate = "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n";

    public static TheoryData<string, string, string> Sets => new()
    {
        { "00001_a.sql|00002_b_c.sql", Goose, "goose: Versioned 00001 a | Versioned 00002 b c | Undo 00001 a | Undo 00002 b c" },
        { "20260101000000_a.sql", Goose, "goose: Versioned 20260101000000 a | Undo 20260101000000 a" },
        { "20260101000000_a.sql|20260101000001b.sql", Dbmate, "dbmate: Versioned 20260101000000 a | Versioned 20260101000001 b | Undo 20260101000000 a | Undo 20260101000001 b" },
        { "2026-01-01-000000_a_b/up.sql|2026-01-01-000000_a_b/down.sql", "select 1;", "diesel: Versioned 20260101000000 a b | Undo 20260101000000 a b" },
        { "00000000000000_setup/up.sql|2026-01-01-000000_a/up.sqlite.sql|2026-01-01-000000_a/postgres/up.sql", "select 1;", "diesel: Versioned 00000000000000 setup | Versioned 20260101000000 a" },
        { "1_a.sql|20_b.sql", "-- no-transaction\nselect 1;", "sqlx: Versioned 1 a | Versioned 20 b" },
        { "1_a.up.sql|1_a.down.sql", "-- no-transaction\nselect 1;", "sqlx: Versioned 1 a | Undo 1 a" },
        { "20260101000000_brave_hulk/migration.sql", "select 1;", "drizzle: Versioned 20260101000000 brave hulk" },
        { "SCRIPT0001 - Create tables.sql|Script0002_b.sql|script0003-c.sql", "select 1;", "dbup: Versioned 0001 Create tables | Versioned 0002 b | Versioned 0003 c" },
    };

    [Theory, MemberData(nameof(Sets))]
    public void Names_and_marks_tell_the_layout(string names, string text, string summary)
    {
        var set = Load(null, [.. names.Split('|').Select(name => (name, text))]);

        set.Errors.ShouldBeEmpty();
        $"{set.Layout}: {Loading.Summary(set)}".ShouldBe(summary);
    }

    [Fact]
    public void One_marked_script_makes_a_numbered_set_that_of_sqlx()
    {
        var set = Load(null, ("1_a.sql", "select 1;"), ("2_b.sql", "-- no-transaction\nvacuum;"));

        set.Layout.ShouldBe("sqlx");
        set.Scripts.Select(script => script.Directives.WithoutTransaction).ShouldBe([false, true]);
    }

    [Fact]
    public void A_named_layout_of_DbUp_reads_what_stands_before_and_behind_the_number()
    {
        Loading.Summary(Loading.LoadAs("dbup", "Update_01 x.sql", "Update_02.sql")).ShouldBe("Versioned 01 x | Versioned 02");
        Loading.Summary(Loading.LoadAs("dbup", "0001 x.sql", "0002-y.sql")).ShouldBe("Versioned 0001 x | Versioned 0002 y");
    }

    [Fact]
    public void Two_tools_marks_are_mixed_layouts()
    {
        var error = Load(null, ("1_a.sql", Goose), ("2_b.sql", Dbmate)).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1014");
        error.Problem.ShouldContain("goose is suggested by '1_a.sql'");
        error.Problem.ShouldContain("dbmate is suggested by '2_b.sql'");
    }

    [Fact]
    public void A_marked_file_between_names_of_another_layout_is_mixed_too() =>
        Load(null, ("1_a.sql", Goose), ("V2__b.sql", "select 1;")).Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1014");

    [Theory]
    [InlineData("sequential", "1_a.sql", Goose, "1:1", "--layout goose")]
    [InlineData("flyway", "V1__a.sql", "select 1;\n" + Dbmate, "2:1", "--layout dbmate")]
    [InlineData("pairs", "1_a.up.sql", "-- no-transaction\nselect 1;", "1:1", "transaction=none")]
    [InlineData("sequential", "1_a.sql", "-- evolve-tx-off\nselect 1;", "1:1", "--layout flyway")]
    [InlineData("goose", "1_a.sql", Dbmate, "1:1", "--layout dbmate")]
    [InlineData("goose", "afterMigrate.sql", Goose, "1:1", "in a hook")]
    [InlineData("sequential", "1_a.sql", "-- +migrate Up\nselect 1;\n-- +migrate Down\n", "1:1", "sql-migrate")]
    [InlineData("sequential", "1_a.sql", "select 1;\n-- Down Migration\nselect 2;", "2:1", "layout pairs")]
    [InlineData("sequential", "1_a.sql", "select 1;\n-- //@UNDO\nselect 2;", "2:1", "layout pairs")]
    [InlineData("sequential", "1_a.sql", "select 1;\n-- !Downs\nselect 2;", "2:1", "layout pairs")]
    public void A_mark_that_would_be_a_comment_is_refused(string layout, string name, string text, string place, string remedy)
    {
        var error = Load(layout, (name, text)).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1032");
        error.Location.ToString().ShouldBe($"{name}:{place}");
        error.Remedy.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("dbmate", "2_a.sql", "10_b.sql", Dbmate)]
    [InlineData("dbup", "Script2.sql", "Script10.sql", "select 1;")]
    [InlineData("dbup", "Script 1.sql", "Script10.sql", "select 1;")]
    [InlineData("diesel", "2_a/up.sql", "10_b/up.sql", "select 1;")]
    public void An_order_by_text_that_is_not_the_order_by_number_is_refused(string layout, string first, string second, string text)
    {
        var set = Load(layout, (second, text), (first, text));
        if (first.Contains(' ', StringComparison.Ordinal))
        {
            set.Errors.ShouldBeEmpty();
            return;
        }

        var error = set.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1033");
        error.Problem.ShouldStartWith($"By their numbers '{first}' comes before '{second}'");
    }

    [Theory]
    [InlineData("00002_b.go", "00001_a.sql", "DWL1034")]
    [InlineData("V2__b.java", "V1__a.sql", "DWL1034")]
    [InlineData("sub/V2__b.kt", "V1__a.sql", "DWL1034")]
    [InlineData("beforeMigrate.groovy", "V1__a.sql", "DWL1034")]
    [InlineData("V9__none.sql.conf", "V1__a.sql", "DWL1035")]
    [InlineData("1_a.sql.conf", "1_a.sql", "DWL1035")]
    [InlineData("metadata.toml", "1_a.sql", "DWL1035")]
    public void A_file_beside_the_scripts_is_not_overlooked(string companion, string script, string code)
    {
        var error = Load(null, (companion, "x"), (script, "select 1;")).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe(code);
        error.Problem.ShouldContain($"'{companion}'");
    }

    [Theory]
    [InlineData("embed.go")]
    [InlineData("00002_b_test.go")]
    [InlineData("V2__B.cs")]
    [InlineData("README.md")]
    [InlineData("flyway.conf")]
    public void A_file_that_is_no_migration_may_stand_there(string file) =>
        Load(null, (file, "x"), ("V1__a.sql", "select 1;")).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("run_in_transaction = false", true)]
    [InlineData("# why\n\nrun_in_transaction=true # really\n", false)]
    public void Diesels_settings_count_for_both_ways(string toml, bool withoutTransaction)
    {
        var set = Load(null, ("1_a/up.sql", "select 1;"), ("1_a/down.sql", "select 2;"), ("1_a/metadata.toml", toml));

        set.Errors.ShouldBeEmpty();
        set.Scripts.Select(script => script.Directives.WithoutTransaction).ShouldBe([withoutTransaction, withoutTransaction]);
    }

    [Theory]
    [InlineData("run_in_transaction = maybe", "1_a/metadata.toml:1:1")]
    [InlineData("\nother = 1\nrun_in_transaction = true", "1_a/metadata.toml:2:1")]
    [InlineData("", "1_a/metadata.toml")]
    public void Settings_of_Diesel_that_say_something_else_are_refused(string toml, string place)
    {
        var error = Load(null, ("1_a/up.sql", "select 1;"), ("1_a/metadata.toml", toml)).Errors[0];

        error.Code.ShouldBe("DWL1035");
        error.Location.ToString().ShouldBe(place);
    }

    [Fact]
    public void Embedded_with_slashes_a_script_keeps_its_folder_and_its_settings()
    {
        var found = ResourceNames.Select(
            "test", ["migrations/2026-01-01-000000_a/up.sql", @"migrations/2026-01-01-000000_a\metadata.toml", "migrations/a/notes.toml"], null, _ => Stream.Null);

        found.Files.ShouldHaveSingleItem().Name.ShouldBe("2026-01-01-000000_a/up.sql");
        found.Companions.ShouldHaveSingleItem().Name.ShouldBe("2026-01-01-000000_a/metadata.toml");
    }

    [Fact]
    public void Embedded_without_its_folder_a_script_of_Diesel_is_a_bad_name() =>
        Loading.LoadAs("diesel", "up.sql").Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1001");

    [Theory]
    [InlineData("goose", "a.sql", "00001_a.sql")]
    [InlineData("dbmate", "a.sql", "20260101000000_a.sql")]
    [InlineData("sqlx", "a.up.sql", "20260101000000_a.sql")]
    [InlineData("diesel", "x/a.sql", "2026-01-01-000000_a/up.sql")]
    [InlineData("diesel", "users/down.sql", "2026-01-01-000000_users/down.sql")]
    [InlineData("drizzle", "a.sql", "20260101000000_a/migration.sql")]
    [InlineData("dbup", "a.sql", "Script0001_a.sql")]
    public void A_bad_name_is_answered_with_one_that_the_layout_reads(string layout, string name, string near)
    {
        var error = Loading.LoadAs(layout, name).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1001");
        error.Remedy.ShouldStartWith($"Did you mean '{near}'?");
        Layout.Find(layout)!.TryRead(ScriptFileName.Parse(near), out _).ShouldBeTrue();
    }

    private static ScriptSet Load(string? layout, params (string Name, string Text)[] files) => ScriptSetLoader.Load(
        [new MemorySource(Array.ConvertAll(files, file => (file.Name, Encoding.UTF8.GetBytes(file.Text))))], TestDialect.Postgres, new() { Layout = layout });
}
