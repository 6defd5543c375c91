using System.Text;

namespace Dowel.Cli;

/// <summary>Aligned columns without colours or lines, for files, pipes and logs.</summary>
internal sealed class PlainPage(TextWriter writer) : IPage
{
    private const string Gap = "  ";

    /// <inheritdoc/>
    public void Table(IReadOnlyList<Column> columns, IReadOnlyList<Cell[]> rows)
    {
        var widths = columns.Select((column, index) => rows.Select(row => row[index].Width).Append(column.Title.Length).Max()).ToArray();
        Row(columns, widths, [.. columns.Select(column => new Cell(column.Title.ToUpperInvariant()))]);
        foreach (var row in rows)
        {
            Row(columns, widths, row);
        }
    }

    /// <inheritdoc/>
    public void Line(string text) => writer.WriteLine(text);

    /// <inheritdoc/>
    public void Sentence(string text) => Line(text);

    private void Row(IReadOnlyList<Column> columns, int[] widths, Cell[] cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var padding = new string(' ', widths[i] - cells[i].Width);
            line.Append(i == 0 ? "" : Gap)
                .Append(columns[i].IsNumber ? padding : "").Append(cells[i].Text).Append(columns[i].IsNumber ? "" : padding);
        }

        writer.WriteLine(line.ToString().TrimEnd());
    }
}
