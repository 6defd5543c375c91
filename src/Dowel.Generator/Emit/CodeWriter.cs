using System.Text;

namespace Dowel.Generator;

/// <summary>Text in indented lines that end in LF.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines; none of them is indented but as they are here.</summary>
    /// <param name="text">One line or several.</param>
    public void Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : _depth * 4).Append(line).Append('\n');
        }
    }

    /// <summary>Writes a line, an opening brace, and goes one step in.</summary>
    /// <param name="text">The line before the brace.</param>
    public void Open(string text)
    {
        Line(text);
        Line("{");
        _depth++;
    }

    /// <summary>Goes one step out and writes a closing brace.</summary>
    /// <param name="end">What follows the brace.</param>
    public void Close(string end = "")
    {
        _depth--;
        Line("}" + end);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
