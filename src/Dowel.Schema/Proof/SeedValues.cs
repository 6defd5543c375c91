using System.Globalization;
using System.Text.RegularExpressions;

namespace Dowel.Schema;

/// <summary>Values for columns of throw-away databases, as SQL. Pure.</summary>
/// <param name="model">The schema.</param>
/// <param name="isPostgres">Whether the engine has PostgreSQL's types; else SQLite's.</param>
internal sealed partial class SeedValues(DatabaseModel model, bool isPostgres)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _labels =
        model.Objects.OfType<EnumModel>().Where(type => type.Labels.Count > 0).ToDictionary(type => type.Key.Path, type => type.Labels, StringComparer.Ordinal);

    /// <summary>A column's value in a row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="number">The row's number, from 1; another gives another value where the type has so many.</param>
    public string Of(TableModel table, ColumnModel column, int number)
    {
        var listed = Listed(table, column);
        return listed.Count > 0 ? listed[(number - 1) % listed.Count]
            : isPostgres ? OfPostgres(column, number)
            : OfSqlite(LogicalTypes.Bare(column.Type).ToLowerInvariant(), number);
    }

    /// <summary>The greatest value that a column may have, or the least; null where there is none, or where it is not the row for it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="number">The row's number: the third has the greatest values, the fourth the least.</param>
    public string? Extreme(TableModel table, ColumnModel column, int number) =>
        number is not (3 or 4) || Listed(table, column).Count > 0 || _labels.ContainsKey(column.BaseType) ? null
        : SeedExtremes.Of(isPostgres ? column.BaseType : column.Type, isPostgres, isGreatest: number == 3);

    // `kind in ('a', 'b')`, which PostgreSQL prints as `kind = any (array['a'::text, 'b'::text])`.
    private static List<string> Listed(TableModel table, ColumnModel column) =>
    [
        .. table.Constraints.Where(key => key.Kind == ConstraintKind.Check && key.Columns is [var only] && only == column.Name && List().IsMatch(key.Definition))
            .Take(1).SelectMany(key => Literal().Matches(key.Definition)).Select(match => match.Value),
    ];

    private string OfPostgres(ColumnModel column, int number)
    {
        if (_labels.TryGetValue(column.BaseType, out var labels))
        {
            return Quoted(labels[(number - 1) % labels.Count]);
        }

        var type = LogicalTypes.Bare(column.BaseType);
        return type.EndsWith("[]", StringComparison.Ordinal) ? "'{}'" : type switch
        {
            "boolean" => number % 2 == 1 ? "true" : "false",
            "smallint" or "integer" or "bigint" or "numeric" or "real" or "double precision" or "oid" or "money" => Text(number),
            "interval" => $"'{number} days'",
            "json" or "jsonb" => Quoted($$"""{"n": {{number}}}"""),
            "inet" => $"'10.0.0.{number}'",
            "cidr" => $"'10.0.{number}.0/24'",
            "macaddr" => $"'08:00:2b:01:02:0{number}'",
            "xml" => $"'<n>{number}</n>'",
            "bit" or "bit varying" => number % 2 == 1 ? "b'1'" : "b'0'",
            "point" => $"'({number},{number})'",
            "ltree" => $"'n{number}'",
            _ when type.EndsWith("range", StringComparison.Ordinal) => "'empty'",
            _ => Spelled(LogicalTypes.OfPostgres(column, isLabel: false), number),
        };
    }

    private static string OfSqlite(string type, int number) => type switch
    {
        "boolean" or "bool" => Text(number % 2),
        "timestamptz" or "timestamp" or "datetime" => Spelled(LogicalType.Timestamp, number),
        "date" => Spelled(LogicalType.Date, number),
        "uuid" => Spelled(LogicalType.Uuid, number),
        "json" or "jsonb" => Quoted($$"""{"n": {{number}}}"""),
        "blob" => $"x'0{number}'",
        _ when (LogicalTypes.OfSqlite(new("", type, IsNullable: true)) & LogicalType.Integer) != LogicalType.None => Text(number),
        "real" or "numeric" or "decimal" or "double precision" or "double" or "float" => Text(number),
        _ => Quoted($"n{number}"),
    };

    private static string Spelled(LogicalType type, int number) => type switch
    {
        LogicalType.Uuid => $"'00000000-0000-4000-8000-00000000000{number}'",
        LogicalType.Date => $"'2026-01-0{number}'",
        LogicalType.Time => $"'10:00:0{number}'",
        LogicalType.Timestamp => $"'2026-01-0{number} 10:00:00'",
        LogicalType.Bytes => $@"'\x0{number}'",
        _ => Quoted(Text(number)),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\bin\s*\(|=\s*any\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"'(''|[^'])*'|(?<![\w.])[0-9]+(?![\w.])", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
