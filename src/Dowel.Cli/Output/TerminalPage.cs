using Spectre.Console;

namespace Dowel.Cli;

/// <summary>Tables with lines and colours, for a terminal.</summary>
/// <remarks>Spectre costs 40 ms when it is first used, so lines alone do not wake it.</remarks>
internal sealed class TerminalPage(TextWriter writer, int width, bool hasColours) : IPage
{
    /// <summary>Whether long runs of like rows are shown whole.</summary>
    public bool IsWhole { get; init; }

    /// <inheritdoc/>
    public void Table(IReadOnlyList<Column> columns, IReadOnlyList<Cell[]> rows)
    {
        var given = new TableFit(columns, rows);
        Write((IsWhole ? given : given.Folded()).To(width));
    }

    /// <inheritdoc/>
    public void Line(string text) => writer.WriteLine(text);

    /// <inheritdoc/>
    public void Sentence(string text) => Line(WordWrap.Wrap(text, width));

    private void Write(TableFit fit)
    {
        var table = new Table { Border = TableBorder.Rounded, BorderStyle = new(Color.Grey) };

        // Where cells take several lines, only a line between rows tells where one ends.
        table.ShowRowSeparators = fit.Width > width;
        foreach (var column in fit.Columns)
        {
            table.AddColumn(new TableColumn(new Text(column.Title, new(decoration: Decoration.Bold)))
            {
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                NoWrap = column.Squeeze != Squeeze.Wrap,
            });
        }

        foreach (var row in fit.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell.Text, StyleOf(cell.Tone))));
        }

        Console().Write(table);
    }

    private IAnsiConsole Console()
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = hasColours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Good => new(Color.Green),
        Tone.Notable => new(Color.Yellow),
        Tone.Bad => new(Color.Red),
        Tone.Quiet => new(Color.Grey),
        _ => Style.Plain,
    };
}
