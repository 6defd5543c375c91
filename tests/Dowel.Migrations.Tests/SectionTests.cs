using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Migrations.Tests;

public sealed class SectionTests
{
    private static readonly Arbitrary<string[]> Lines = Gen
        .Elements(
            "-- +goose Up", "-- +goose Down", "-- +goose StatementBegin", "-- +goose StatementEnd", "-- +goose NO TRANSACTION",
            "-- +goose ENVSUB ON", "-- +goose ENVSUB OFF", "-- a comment", "", "select 1;", "select $1;", "😀\r", "-- +goose sideways")
        .ArrayOf()
        .ToArbitrary();

    [Fact]
    public void A_file_of_goose_is_two_scripts()
    {
        var set = Goose("-- why\n\n-- +GOOSE ignored".Replace("-- +GOOSE ignored", "", StringComparison.Ordinal) + "-- +goose Up\ncreate table a (x int);\n\n-- +goose down\ndrop table a;\n");

        set.Errors.ShouldBeEmpty();
        var (up, down) = (set.Scripts[0], set.Scripts[1]);
        (up.Kind, up.Text, up.FirstLine).ShouldBe((ScriptKind.Versioned, "create table a (x int);\n\n", 4));
        (down.Kind, down.Text, down.FirstLine).ShouldBe((ScriptKind.Undo, "drop table a;\n", 7));
        up.Checksum.ShouldBe(ScriptChecksum.Of("create table a (x int);"));
        up.FileText.ShouldBe(down.FileText);
    }

    [Fact]
    public void What_one_section_says_in_another_line_does_not_change_the_other()
    {
        var before = Goose("-- +goose Up\nselect 1;\n-- +goose Down\nselect 2;");
        var after = Goose("-- a header\n-- +goose Up\nselect 1;\n-- +goose Down\nselect 3;");

        after.Scripts[0].Checksum.ShouldBe(before.Scripts[0].Checksum);
        after.Scripts[1].Checksum.ShouldNotBe(before.Scripts[1].Checksum);
    }

    [Theory]
    [InlineData("-- +goose Up\nselect 1;\n")]
    [InlineData("-- +goose Up\nselect 1;\n-- +goose Down\n\n-- nothing to do\n")]
    public void A_way_down_without_a_statement_is_none(string text) =>
        Goose(text).Scripts.ShouldHaveSingleItem().Kind.ShouldBe(ScriptKind.Versioned);

    [Theory]
    [InlineData("-- +goose NO TRANSACTION\n-- +goose Up\nselect 1;\n-- +goose Down\nselect 2;", true, true)]
    [InlineData("-- +goose Up\nselect 1;\n-- +goose Down\n-- +goose no transaction\nselect 2;", true, true)]
    [InlineData("-- +goose Up\n-- dowel: transaction=none\nselect 1;\n-- +goose Down\nselect 2;", true, false)]
    [InlineData("-- +goose Up\nselect 1;\n-- +goose Down\n-- dowel: transaction=none\nselect 2;", false, true)]
    public void No_transaction_counts_for_the_file_and_a_directive_for_its_section(string text, bool up, bool down) =>
        Goose(text).Scripts.Select(script => script.Directives.WithoutTransaction).ShouldBe([up, down]);

    [Theory]
    [InlineData("-- migrate:up transaction:false\nselect 1;\n-- migrate:down\nselect 2;", true, false)]
    [InlineData("--migrate:up\nselect 1;\n--   migrate:down \ttransaction:false\nselect 2;", false, true)]
    [InlineData("-- migrate:up transaction:true\nselect 1;\n-- migrate:down\nselect 2;", false, false)]
    public void Each_block_of_dbmate_says_its_own(string text, bool up, bool down)
    {
        var set = Load("dbmate", text);

        set.Errors.ShouldBeEmpty();
        set.Scripts.Select(script => script.Directives.WithoutTransaction).ShouldBe([up, down]);
    }

    [Theory]
    [InlineData("goose", "select 1;\n", "1:1", "no line '-- +goose Up'")]
    [InlineData("goose", "\nselect 0;\n-- +goose Up\nselect 1;", "2:1", "before the line '-- +goose Up'")]
    [InlineData("goose", "-- dowel: transaction=none\n-- +goose Up\nselect 1;", "1:1", "A directive stands before")]
    [InlineData("goose", "-- +goose Down\nselect 1;", "1:1", "too early")]
    [InlineData("goose", "-- +goose Up\nselect 1;\n-- +goose Up\nselect 2;", "3:1", "one too many")]
    [InlineData("goose", "-- +goose Up\nselect 1;\n-- +goose Sideways", "3:1", "'-- +goose Sideways' is nothing")]
    [InlineData("goose", "-- +goose Up\nselect 1;\n  -- +goose Down", "3:1", "is nothing")]
    [InlineData("goose", "-- +goose Up\n-- +goose StatementBegin\nselect 1;", "2:1", "do not match")]
    [InlineData("goose", "-- +goose Up\nselect 1;\n-- +goose StatementEnd", "3:1", "do not match")]
    [InlineData("goose", "-- +goose StatementBegin\n-- +goose Up\nselect 1;", "1:1", "do not match")]
    [InlineData("goose", "-- +goose Up\n-- +goose StatementBegin\nselect 1;\n-- +goose Down\nselect 2;", "2:1", "do not match")]
    [InlineData("dbmate", "-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n-- migrate:up\nselect 3;", "5:1", "one too many")]
    [InlineData("dbmate", "-- migrate:up transaction:off\nselect 1;", "1:1", "is nothing")]
    [InlineData("dbmate", "-- migrate:up\nselect 1;\n-- Migrate:Down\nselect 2;", "3:1", "is nothing")]
    public void What_cannot_be_cut_is_refused_at_its_line(string layout, string text, string place, string problem)
    {
        var error = Load(layout, text).Errors[0];

        error.Code.ShouldBe("DWL1031");
        error.Location.ToString().ShouldBe("1_x.sql:" + place);
        error.Problem.ShouldContain(problem);
    }

    [Fact]
    public void Sections_out_of_order_are_one_mistake() =>
        Load("dbmate", "-- migrate:up\n-- migrate:down\n-- migrate:up\n-- migrate:down\n-- migrate:up").Errors
            .ShouldHaveSingleItem().Location.ToString().ShouldBe("1_x.sql:3:1");

    [Fact]
    public void Variables_of_the_environment_are_refused_where_they_would_change_something()
    {
        var set = Goose("-- +goose Up\n-- +goose ENVSUB ON\nselect 1;\ngrant all on a to ${OWNER};\n-- +goose ENVSUB OFF\nselect $$x$$;");

        var error = set.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1036");
        error.Location.ToString().ShouldBe("1_x.sql:4:1");
        Goose("-- +goose Up\n-- +goose ENVSUB ON\nselect 1;").Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_place_in_a_section_is_the_files()
    {
        var set = Goose("-- +goose Up\nselect 1;\n-- +goose Down\n-- dowel: nonsense\nselect 2;");

        set.Errors.ShouldHaveSingleItem().Location.ToString().ShouldBe("1_x.sql:4:11");
        new ExpandedScript(set.Scripts[1], set.Scripts[1].Text, []).Locate(19).ToString().ShouldBe("1_x.sql:5:1");
    }

    [Fact]
    public void Cutting_loses_nothing_and_moves_nothing() => Prop.ForAll(Lines, lines =>
    {
        var file = lines.Prepend("-- +goose Up").ToArray();
        var errors = new List<DowelError>();
        var sections = new SectionCutter(Text(string.Join('\n', file)), new GooseLayout(), errors).Cut();
        var inSections = sections.SelectMany(section => section.Text.Split('\n').Select((text, index) => (Line: section.FirstLine + index, text)))
            .Where(line => line.Line <= file.Length).ToDictionary(line => line.Line, line => line.text);
        var isWhole = file.Select((text, index) => (text, Line: index + 1)).All(line =>
            inSections.TryGetValue(line.Line, out var kept) ? kept == line.text || kept.Length == 0 : line.text.StartsWith("-- +goose ", StringComparison.Ordinal));
        return sections.Count == 0
            ? errors.Count > 0 && errors.TrueForAll(error => file[error.Location!.Value.Line!.Value - 1].Contains("-- +goose", StringComparison.Ordinal)
                || file[error.Location!.Value.Line!.Value - 1].Contains('$', StringComparison.Ordinal))
            : isWhole;
    }).QuickCheckThrowOnFailure();

    private static ScriptSet Goose(string text) => Load("goose", text);

    private static ScriptSet Load(string layout, string text) =>
        ScriptSetLoader.Load([MemorySource.Text("1_x.sql", text)], TestDialect.Postgres, new() { Layout = layout });

    private static NamedText Text(string text)
    {
        var file = new SourcedFile(new("1_x.sql", "1_x.sql", () => new MemoryStream(Encoding.UTF8.GetBytes(text))), "memory");
        return new(new(file, new(ScriptKind.Versioned, MigrationVersion.Parse("1"), "x")), text);
    }
}
