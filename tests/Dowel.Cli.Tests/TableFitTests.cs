using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Cli.Tests;

public sealed class TableFitTests
{
    private static readonly Column[] Columns =
    [
        new("Version"),
        new("Description") { Squeeze = Squeeze.Cut },
        new("Applied at") { Squeeze = Squeeze.Drop },
        new("Time", IsNumber: true) { Squeeze = Squeeze.Drop },
    ];

    [Fact]
    public void A_wide_terminal_shows_all_of_it()
    {
        var table = new TableFit(Columns, [Row(1, new string('x', 100))]);

        table.To(200).ShouldBe(table);
    }

    [Fact]
    public void A_narrow_terminal_loses_the_last_columns_first_and_then_the_ends_of_long_cells()
    {
        var table = new TableFit(Columns, [Row(1, new string('x', 100))]);

        table.To(80).Columns.Select(column => column.Title).ShouldBe(["Version", "Description", "Applied at", "Time"]);
        table.To(70).Columns.Select(column => column.Title).ShouldBe(["Version", "Description", "Applied at"]);
        table.To(50).Columns.Select(column => column.Title).ShouldBe(["Version", "Description"]);
        table.To(50).Rows[0][1].Text.ShouldEndWith("x…");
    }

    [Fact]
    public void No_table_is_wider_than_a_terminal_that_has_room_for_what_never_gives_way() =>
        Prop.ForAll(
            Gen.Choose(25, 200).ToArbitrary(),
            Gen.Choose(0, 150).NonEmptyListOf().ToArbitrary(),
            (width, lengths) => WidthOf(new TableFit(Columns, [.. lengths.Select((length, i) => Row(i, new string('x', length)))]).To(width)) <= width)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_run_of_like_rows_is_folded_and_an_odd_one_in_it_is_shown()
    {
        var rows = Enumerable.Range(1, 1000).Select(i => Row(i, i == 500 ? "odd" : "even", i == 500 ? Tone.Bad : Tone.Plain)).ToList();

        var folded = new TableFit(Columns, rows).Folded();

        folded.Rows.Count.ShouldBe(11 + 1 + 11);
        folded.Rows[5][1].Text.ShouldBe("489 more; --verbose lists all");
        folded.Rows[11][1].Text.ShouldBe("odd");
    }

    [Fact]
    public void Short_tables_are_not_folded()
    {
        var table = new TableFit(Columns, [.. Enumerable.Range(1, 20).Select(i => Row(i, "x"))]);

        table.Folded().Rows.ShouldBe(table.Rows);
    }

    private static Cell[] Row(int version, string description, Tone tone = Tone.Plain) =>
        [new($"{version}", tone), description, "2026-11-21 09:00:00Z", "12 ms"];

    private static int WidthOf(TableFit table) => 1 + table.Columns
        .Select((column, index) => 3 + table.Rows.Select(row => row[index].Width).Append(column.Title.Length).Max()).Sum();
}
