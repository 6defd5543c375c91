using System.Text;

namespace Dowel.Generator;

/// <summary>A statement's text while it is made, together with where its parts come from.</summary>
internal sealed class RenderedQuery
{
    private readonly StringBuilder _text = new();
    private readonly List<SegmentModel> _segments = [];

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Where its parts come from, rising.</summary>
    public EquatableArray<SegmentModel> Segments => _segments.ToEquatableArray();

    /// <summary>Adds text that the developer wrote there.</summary>
    /// <param name="template">The template.</param>
    /// <param name="start">From where.</param>
    /// <param name="end">Up to where.</param>
    public void Copy(string template, int start, int end)
    {
        if (end > start)
        {
            _segments.Add(new(_text.Length, start, end - start));
            _text.Append(template, start, end - start);
        }
    }

    /// <summary>Adds text that stands for what the developer wrote there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The offset in the template.</param>
    public void Replace(string text, int source)
    {
        _segments.Add(new(_text.Length, source, Length: 0));
        _text.Append(text);
    }

    /// <summary>Adds text that the developer wrote nowhere.</summary>
    /// <param name="text">The text.</param>
    public void Append(string text) => _text.Append(text);

    /// <summary>Takes away the line that is begun, if there is nothing on it: the next text ends it.</summary>
    public void TrimLine()
    {
        var end = _text.Length;
        while (end > 0 && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (end > 0 && _text[end - 1] == '\n')
        {
            _text.Length = end - (end > 1 && _text[end - 2] == '\r' ? 2 : 1);
            _segments.RemoveAll(segment => segment.Offset >= _text.Length);
            ShortenLast();
        }
    }

    private void ShortenLast()
    {
        if (_segments.Count > 0 && _segments[_segments.Count - 1] is var last)
        {
            _segments[_segments.Count - 1] = last with { Length = Math.Min(last.Length, _text.Length - last.Offset) };
        }
    }
}
