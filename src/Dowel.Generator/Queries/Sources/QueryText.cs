namespace Dowel.Generator;

/// <summary>A query's text and where each character of it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="Whole">What is shown where the characters stand nowhere, being computed: the attribute's argument.</param>
/// <param name="Points">Where the characters stand, rising, with one for each line.</param>
internal sealed record QueryText(string Text, LocationSnapshot Whole, EquatableArray<TextPoint> Points)
{
    /// <summary>The same as places for the contract.</summary>
    public IEnumerable<TemplatePlace> Places => Points.Count == 0
        ? [new(0, Whole.Place)]
        : Points.Select(point => new TemplatePlace(point.Offset, new(point.Path, point.Line + 1, point.Column + 1)));

    /// <summary>Takes the text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">What is in it.</param>
    public static QueryText OfFile(string path, string text)
    {
        var points = new List<TextPoint>();
        for (var (start, line) = (0, 0); start <= text.Length; line++)
        {
            points.Add(new(start, path, start, line, 0));
            start = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length + 1;
        }

        return new(text, new(path, 0, 0, (0, 0), (0, 0)), points.ToEquatableArray());
    }

    /// <summary>Where a piece of the text stands.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="length">How long it is; only what is on the first line is shown.</param>
    public LocationSnapshot Locate(int start, int length)
    {
        if (Points.Count == 0)
        {
            return Whole;
        }

        var first = PointOf(start);
        var last = PointOf(Math.Max(start, start + length - 1));
        var shown = last.Path == first.Path && last.Line == first.Line
            ? last.Position - last.Offset - (first.Position - first.Offset) + length
            : 1;
        var (line, column) = (first.Line, first.Column + start - first.Offset);
        return new(first.Path, first.Position + start - first.Offset, shown, (line, column), (line, column + shown));
    }

    private TextPoint PointOf(int offset) => Points.Last(point => point.Offset <= offset);
}
