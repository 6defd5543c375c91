using System.Text;

namespace Dowel.Cli;

/// <summary>Aligned columns without colours or lines, for files, pipes and logs.</summary>
internal sealed class PlainPage(TextWriter writer) : IPage
{
    private const string Gap = "  ";

    /// <inheritdoc/>
    public void Table(IReadOnlyList<Column> columns, IReadOnlyList<Cell[]> rows)
    {
        var widths = columns.Select((column, index) => rows.Select(row => WidthOf(row[index].Text)).Append(column.Title.Length).Max()).ToArray();
        Row(columns, widths, [.. columns.Select(column => column.Title.ToUpperInvariant())]);
        foreach (var row in rows)
        {
            Row(columns, widths, Array.ConvertAll(row, cell => cell.Text));
        }
    }

    /// <inheritdoc/>
    public void Line(string text) => writer.WriteLine(text);

    private void Row(IReadOnlyList<Column> columns, int[] widths, string[] texts)
    {
        var line = new StringBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            var padding = new string(' ', widths[i] - WidthOf(texts[i]));
            line.Append(i == 0 ? "" : Gap)
                .Append(columns[i].IsNumber ? padding : "").Append(texts[i]).Append(columns[i].IsNumber ? "" : padding);
        }

        writer.WriteLine(line.ToString().TrimEnd());
    }

    private static int WidthOf(string text) => text.EnumerateRunes().Count();
}
