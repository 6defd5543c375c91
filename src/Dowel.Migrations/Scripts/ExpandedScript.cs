namespace Dowel.Migrations;

/// <summary>A script with its tokens replaced, and the way back from each place to the file.</summary>
/// <remarks>Immutable and safe for any number of threads.</remarks>
public sealed class ExpandedScript
{
    private readonly IReadOnlyList<TokenEdit> _edits;
    private LineIndex? _lines;

    /// <summary>Takes a script with what became of its text.</summary>
    internal ExpandedScript(Script script, string text, IReadOnlyList<TokenEdit> edits) => (Script, Text, _edits) = (script, text, edits);

    /// <summary>The script as it was loaded.</summary>
    public Script Script { get; }

    /// <summary>The text to split and send; the script's own string where it has no tokens.</summary>
    public string Text { get; }

    private LineIndex Lines => _lines ??= new(Script.Text, Script.FirstLine);

    /// <summary>The place in the file of a character of the expanded text.</summary>
    /// <param name="expandedOffset">In UTF-16 units from 0; inside a token's value it means the token.</param>
    public SourceLocation Locate(int expandedOffset) => Lines.Locate(Script.Path, OriginalOffset(expandedOffset));

    /// <summary>A line of the file without its end; empty where there is no such line.</summary>
    /// <param name="line">From 1.</param>
    public string OriginalLine(int line) => Lines.Line(line);

    /// <summary>The offset in the file's text of a character of the expanded text, both in UTF-16 units from 0.</summary>
    public int OriginalOffset(int expandedOffset)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits[middle].Expanded.Start <= expandedOffset ? (middle + 1, high) : (low, middle);
        }

        if (low == 0)
        {
            return expandedOffset;
        }

        var edit = _edits[low - 1];
        return expandedOffset < edit.Expanded.End
            ? edit.Original.Start
            : edit.Original.End + expandedOffset - edit.Expanded.End;
    }
}
