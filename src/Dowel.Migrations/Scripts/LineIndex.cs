namespace Dowel.Migrations;

/// <summary>Where the lines of a text start, to name places in it.</summary>
/// <remarks>A line ends with LF; a CR before it belongs to the line's end. Safe for any number of threads.</remarks>
internal sealed class LineIndex
{
    private readonly string _text;
    private readonly int[] _starts;
    private readonly int _before;

    /// <summary>Finds the lines, in one pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The number of its first line, from 1: a part of a file keeps the file's numbers.</param>
    public LineIndex(string text, int first = 1)
    {
        (_text, _before) = (text, first - 1);
        _starts = new int[text.AsSpan().Count('\n') + 1];
        for (int line = 1, at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            _starts[line++] = at + 1;
        }
    }

    /// <summary>The place of a character.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">In UTF-16 units from 0; beyond the text means its end.</param>
    public SourceLocation Locate(string path, int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        var column = 1;
        for (var at = _starts[line]; at < offset; at++)
        {
            // Half a surrogate pair counts with its other half.
            column += char.IsLowSurrogate(_text[at]) || (at + 1 == offset && at + 1 < _text.Length && char.IsSurrogatePair(_text, at)) ? 0 : 1;
        }

        return new(path, _before + line + 1, column);
    }

    /// <summary>A line without its end; empty where there is no such line.</summary>
    /// <param name="line">The number in the file, from 1.</param>
    public string Line(int line)
    {
        line -= _before;
        if (line < 1 || line > _starts.Length)
        {
            return "";
        }

        var end = line < _starts.Length ? _starts[line] - 1 : _text.Length;
        var text = _text.AsSpan(_starts[line - 1], end - _starts[line - 1]);
        return (text is [.., '\r'] && line < _starts.Length ? text[..^1] : text).ToString();
    }
}
