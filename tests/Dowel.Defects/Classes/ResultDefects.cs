namespace Dowel.Defects;

/// <summary>Mistakes in the columns that a statement gives, beside a method that is right.</summary>
internal static class ResultDefects
{
    public static IEnumerable<DefectClass> All { get; } =
    [
        new("too few columns", system => Lists(system).SelectMany(each => each.Columns.Select((_, i) => Listed(each, [.. each.Columns.Where((_, at) => at != i)], "DWL3113")))),
        new("too many columns", system => Lists(system).SelectMany(each => each.Columns.Select((column, i) => Listed(each, [.. each.Columns[..i], column, .. each.Columns[i..]], "DWL3113")))),
        new("columns in another order", system => Lists(system).SelectMany(each => each.Columns.Skip(1).Select((_, i) => Listed(each, [.. each.Columns[..i], each.Columns[i + 1], each.Columns[i], .. each.Columns[(i + 2)..]], "DWL3114")))),
        new("column of another name", system => Lists(system).SelectMany(each => each.Columns.Select((column, i) => Listed(each, [.. each.Columns[..i], $"{column} as other", .. each.Columns[(i + 1)..]], "DWL3114")))),
        new("text for a number, and a number for text", system => Lists(system).SelectMany(each => each.Columns.Select((column, i) => Listed(each, [.. each.Columns[..i], $"{OfOtherType(column)} as {Bare(column)}", .. each.Columns[(i + 1)..]], "DWL3115")))),
        new("null for a value", system => Lists(system).SelectMany(each => each.Columns.Select((column, i) => (column, i)).Where(one => !IsNullable(system, one.column))
            .Select(one => Listed(each, [.. each.Columns[..one.i], $"nullif({one.column}, {one.column}) as {Bare(one.column)}", .. each.Columns[(one.i + 1)..]], "DWL3116")))),
        new("left join read as never null", system => QueryText.All(system).Where(query => query.Tokens.Any(token => token.Text == "join")).SelectMany(query => Outer(query))),
    ];

    // What belongs to the joined table can be missing.
    private static IEnumerable<Defect> Outer(QueryText query)
    {
        var join = query.Tokens.First(token => token.Text == "join");
        yield return Whole(query.Insert(join.Start, "left ", "DWL3116"), query);
        yield return Whole(query.Insert(join.Start, "right ", "DWL3116"), query);
        yield return Whole(query.Insert(join.Start, "full ", "DWL3116"), query);
    }

    private static string OfOtherType(string column) => IsNumber(column) ? "cast('a' as text)" : "7";

    private static bool IsNumber(string column) => Bare(column) is var name && (name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("user_id", StringComparison.Ordinal) || name is "level" or "xp");

    private static bool IsNullable(SystemSource system, string column) => RecordColumn.All(system).Where(each => each.Column == Bare(column)).Any(each => each.Type.ToString().EndsWith('?'));

    private static string Bare(string column) => column[(column.LastIndexOf('.') + 1)..];

    private static Defect Listed((QueryText Query, (int Start, int Length) Part, string[] Columns) each, string[] columns, string code) =>
        Whole(each.Query.Replace(each.Part, string.Join(", ", columns), code), each.Query);

    // The statement and the signature are both to be looked at; which of them is wrong nobody knows.
    private static Defect Whole(Defect defect, QueryText query) =>
        defect.At(query.Method.SpanStart, query.Method.Span.Length + defect.Text.Length - query.Source.Length);

    /// <summary>The lists of columns, with those for which braces stand.</summary>
    private static IEnumerable<(QueryText Query, (int Start, int Length) Part, string[] Columns)> Lists(SystemSource system)
    {
        foreach (var query in QueryText.All(system))
        {
            var braces = query.Tokens.FirstOrDefault(token => token.Text == "{columns}");
            if (braces.Text is not null)
            {
                var table = query.Tokens.Select((token, i) => (token, i)).First(each => each.token.Text is "from" or "update").i + 1;
                yield return (query, braces.Span, [.. RecordColumn.All(system).Where(column => column.Table == query.Tokens[table].Text).Select(column => column.Column)]);
            }
            else if (query.Tokens[0].Text == "select" && query.Tokens.All(token => token.Text != "count"))
            {
                var (start, end) = (query.Tokens[1].Start, query.Tokens.First(token => token.Text == "from").Start);
                yield return (query, (start, query.Source[start..end].TrimEnd().Length), [.. query.Source[start..end].Split(',').Select(column => column.Trim())]);
            }
        }
    }
}
