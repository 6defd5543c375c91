using System.Text;

namespace Dowel.Migrations.Tests;

public sealed class DrizzleTests
{
    private const string Journal = """
        { "version": "7", "dialect": "postgresql", "entries": [
          { "idx": 0, "version": "7", "when": 1725358713033, "tag": "0000_brave_hulk", "breakpoints": true },
          { "idx": 1, "version": "7", "when": 1725358702427, "tag": "0001_shy_storm", "breakpoints": true } ] }
        """;

    private static readonly (string Name, string Text)[] Two = [("0000_brave_hulk.sql", "select 1;"), ("0001_shy_storm.sql", "select 2;")];

    [Fact]
    public void The_journal_says_which_scripts_there_are_and_in_which_order()
    {
        // The second entry is older than the first one, and would be skipped where the first is applied.
        var set = Load(Journal, Two);

        set.Errors.ShouldBeEmpty();
        set.Layout.ShouldBe("drizzle");
        Loading.Summary(set).ShouldBe("Versioned 0000 brave hulk | Versioned 0001 shy storm");
    }

    [Fact]
    public void A_prefix_that_is_no_index_is_a_part_of_the_description()
    {
        var set = Load("""{"entries":[{"idx":0,"tag":"20240101_a"},{"idx":1,"tag":"b"}]}""", ("20240101_a.sql", "select 1;"), ("b.sql", "select 1;"));

        set.Errors.ShouldBeEmpty();
        Loading.Summary(set).ShouldBe("Versioned 0 20240101 a | Versioned 1 b");
    }

    [Fact]
    public void A_script_that_is_not_listed_is_refused()
    {
        var error = Load(Journal, [.. Two, ("0002_more.sql", "select 1;")]).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1037");
        error.Problem.ShouldBe("'0002_more.sql' is not listed in 'meta/_journal.json', so that Drizzle would never run it.");
    }

    [Fact]
    public void An_entry_without_a_file_is_refused() =>
        Load(Journal, Two[0]).Errors.ShouldHaveSingleItem().Problem.ShouldBe("'meta/_journal.json' lists '0001_shy_storm', but there is no file '0001_shy_storm.sql'.");

    [Theory]
    [InlineData("select 0;\nselect 1;--> statement-breakpoint select 2;\n", false)]
    [InlineData("select 0;\nselect 1;--> statement-breakpoint\tselect 2", false)]
    [InlineData("select 0;\nselect 1;--> statement-breakpoint \r\nselect 2;", true)]
    [InlineData("select 0;\nselect 1;--> statement-breakpoint -- two\nselect 2;--> statement-breakpoint", true)]
    public void A_statement_behind_a_breakpoint_is_no_comment(string text, bool isFine)
    {
        var errors = Load("""{"entries":[{"idx":0,"tag":"a"}]}""", ("a.sql", text)).Errors;

        errors.Select(error => (error.Code, error.Location!.Value.Line)).ShouldBe(isFine ? [] : [("DWL1031", 2)]);
    }

    [Theory]
    [InlineData("""{"entries":[{"idx":0,"tag":"a"},{"idx":0,"tag":"b"}]}""", "'b' stands twice or out of order")]
    [InlineData("""{"entries":[{"idx":0,"tag":"a"},{"idx":1,"tag":"a"}]}""", "'a' stands twice or out of order")]
    [InlineData("""{"entries":[{"idx":0,"tag":"a"},{"tag":"b"}]}""", "\"idx\" and a \"tag\"")]
    [InlineData("""{"entries":[{"idx":"x","tag":"a"}]}""", "\"idx\" and a \"tag\"")]
    [InlineData("""[]""", "\"idx\" and a \"tag\"")]
    [InlineData("<<<<<<< HEAD", "it is not JSON")]
    public void A_journal_that_cannot_be_followed_is_refused(string journal, string problem)
    {
        var set = Load(journal, ("a.sql", "select 1;"), ("b.sql", "select 1;"));

        set.Scripts.ShouldBeEmpty();
        var error = set.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1037");
        error.Problem.ShouldContain(problem);
    }

    [Fact]
    public void A_journal_that_the_named_layout_does_not_read_is_refused() =>
        Load(Journal, "sequential", Two).Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1035");

    [Fact]
    public void Embedded_with_dots_for_slashes_the_journal_is_found()
    {
        var found = ResourceNames.Select("test", ["Shop.Migrations.meta._journal.json", "Shop.Migrations.meta.0000_snapshot.json", "Shop.Migrations.0000_brave_hulk.sql"], null, _ => Stream.Null);

        found.Files.ShouldHaveSingleItem().Name.ShouldBe("0000_brave_hulk.sql");
        found.Companions.ShouldHaveSingleItem().Name.ShouldBe("meta/_journal.json");
    }

    private static ScriptSet Load(string journal, params (string Name, string Text)[] files) => Load(journal, null, files);

    private static ScriptSet Load(string journal, string? layout, params (string Name, string Text)[] files) => ScriptSetLoader.Load(
        [new MemorySource([.. files.Append(("meta/_journal.json", journal)).Select(file => (file.Item1, Encoding.UTF8.GetBytes(file.Item2)))])],
        TestDialect.Postgres,
        new() { Layout = layout });
}
