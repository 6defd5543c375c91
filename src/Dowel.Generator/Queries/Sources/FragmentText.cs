using System.Text;

namespace Dowel.Generator;

/// <summary>Puts the fragments of an update or a delete together as one text.</summary>
internal sealed class FragmentText
{
    private readonly StringBuilder _text = new();
    private readonly List<TextPoint> _points = [];
    private readonly LocationSnapshot _place;

    private FragmentText(LocationSnapshot place) => _place = place;

    /// <summary>Makes the text.</summary>
    /// <param name="source">The method and its fragments.</param>
    /// <param name="record">The record whose table is written to.</param>
    /// <returns>A template in which the comparison of owners is a word in braces.</returns>
    public static QueryText Make(QuerySource source, RecordModel record)
    {
        var text = new FragmentText(source.Place);
        var table = record.Owner is null ? SqlIdentifier.Quote(record.Table) : $"{OwnerSql.Marked(record.Table)} as {SqlIdentifier.Quote(record.Table)}";
        text.Add(source.Set is null ? $"delete from {table}" : $"update {table} set ");
        if (source.Set is { } set)
        {
            // Who has read the row before must learn that it is another now. First, since a `from` may stand at the end of what is set.
            if (record.Version is { } version && FragmentCheck.FindName(set.Text, version.Name) is null)
            {
                var column = SqlIdentifier.Quote(version.Name);
                text.Add($"{column} = {SqlIdentifier.Quote(record.Table)}.{column} + 1, ");
            }

            text.Add(set);
        }

        text.Add(" where ");
        if (record.Owner is not null && source.Method.Unowned is null)
        {
            text.Add($"{{{OwnedParts.Pin}}}");
            text.Add(" and ");
        }

        text.Add("(");
        text.Add(source.Where!);
        text.Add(")");
        return new(text._text.ToString(), source.Place, text._points.ToEquatableArray());
    }

    // What the developer did not write is shown at the method's name.
    private void Add(string text)
    {
        var (line, column) = _place.First;
        _points.Add(new(_text.Length, _place.Path, _place.Start, line, column));
        _text.Append(text);
    }

    private void Add(QueryText fragment)
    {
        if (fragment.Points.Count == 0)
        {
            Add(fragment.Text);
            return;
        }

        _points.AddRange(fragment.Points.Select(point => point with { Offset = point.Offset + _text.Length }));
        _text.Append(fragment.Text);
    }
}
