namespace Dowel.Cli;

/// <summary>A table made to fit a terminal: columns left out, cells cut, long runs of like rows folded. Pure.</summary>
/// <param name="Columns">The columns that are shown.</param>
/// <param name="Rows">The rows, with a cell for each of them.</param>
internal sealed record TableFit(IReadOnlyList<Column> Columns, IReadOnlyList<Cell[]> Rows)
{
    // A run of like rows keeps this many at either end.
    private const int RunEnds = 5;
    private const int RunMax = 20;

    // As much of a cell as is worth more than another column.
    private const int CutMin = 32;

    /// <summary>The columns of a terminal that the table takes where no cell is broken.</summary>
    /// <remarks>A border and two spaces for each column, and the last border.</remarks>
    public int Width => Columns.Select((_, index) => WidthOf(index) + 3).Sum() + 1;

    private int LeastWidth => Width - Columns.Select((column, index) => column.Squeeze == Squeeze.Cut ? Math.Max(0, WidthOf(index) - CutMin) : 0).Sum();

    /// <summary>Fits the table into a width by leaving columns out and cutting cells.</summary>
    public TableFit To(int width)
    {
        var fit = this;
        while (fit.LeastWidth > width && fit.LastOf(Squeeze.Drop) is >= 0 and var dropped)
        {
            fit = new([.. Without(fit.Columns, dropped)], [.. fit.Rows.Select(row => Without(row, dropped).ToArray())]);
        }

        return fit.Width > width && fit.LastOf(Squeeze.Cut) is >= 0 and var cut
            ? fit.Cut(cut, Math.Max(1, fit.WidthOf(cut) - (fit.Width - width)))
            : fit;
    }

    /// <summary>Leaves out the middle of long runs of rows that look alike, and says how many there were.</summary>
    public TableFit Folded()
    {
        var rows = new List<Cell[]>();
        for (var first = 0; first < Rows.Count;)
        {
            var end = first + 1;
            while (end < Rows.Count && IsLike(Rows[first], Rows[end]))
            {
                end++;
            }

            rows.AddRange(end - first > RunMax ? Fold(first, end) : Rows.Skip(first).Take(end - first));
            first = end;
        }

        return this with { Rows = rows };
    }

    private IEnumerable<Cell[]> Fold(int first, int end)
    {
        var hidden = end - first - (2 * RunEnds);
        var note = Rows[first].Select((_, index) => index switch
        {
            0 => new Cell("…", Tone.Quiet),
            1 => new Cell($"{hidden} more; --verbose lists all", Tone.Quiet),
            _ => "",
        });
        return [.. Rows.Skip(first).Take(RunEnds), [.. note], .. Rows.Skip(end - RunEnds).Take(RunEnds)];
    }

    private TableFit Cut(int column, int width) => this with
    {
        Rows = [.. Rows.Select(row => (Cell[])[.. row.Select((cell, index) => index == column ? cell.Cut(width) : cell)])],
    };

    private int LastOf(Squeeze squeeze) => Columns.Select(column => column.Squeeze).ToList().LastIndexOf(squeeze);

    private int WidthOf(int column) => Rows.Select(row => row[column].Width).Append(Columns[column].Title.Length).Max();

    private static bool IsLike(Cell[] one, Cell[] other) => one.Zip(other).All(pair => pair.First.Tone == pair.Second.Tone);

    private static IEnumerable<T> Without<T>(IEnumerable<T> items, int index) => items.Where((_, at) => at != index);
}
