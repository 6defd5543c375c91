namespace Dowel.Schema;

/// <summary>What the types of both engines can stand for. Pure.</summary>
/// <remarks>
/// PostgreSQL's types stand for themselves. SQLite keeps numbers, text and bytes, so that its <c>integer</c> may be a boolean, a number, a decimal in units of
/// its last digit or a length of time, and its <c>text</c> whatever has a spelling. A type is told there by its declared name, and by its affinity
/// (sqlite.org, "Datatypes In SQLite", 3.1) where the name is none of those that the other engine has.
/// </remarks>
internal static class LogicalTypes
{
    private const LogicalType InInteger = LogicalType.Boolean | LogicalType.Integer | LogicalType.Numeric | LogicalType.Interval;
    private const LogicalType InReal = LogicalType.Real | LogicalType.Numeric;
    private const LogicalType InText = LogicalType.Any & ~(LogicalType.Boolean | LogicalType.Integer | LogicalType.Real | LogicalType.Bytes);

    private static readonly Dictionary<string, LogicalType> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = LogicalType.Boolean,
        ["bool"] = LogicalType.Boolean,
        ["smallint"] = LogicalType.Integer,
        ["integer"] = LogicalType.Integer,
        ["int"] = LogicalType.Integer,
        ["bigint"] = LogicalType.Integer,
        ["oid"] = LogicalType.Integer,
        ["real"] = LogicalType.Real,
        ["double precision"] = LogicalType.Real,
        ["numeric"] = LogicalType.Numeric,
        ["decimal"] = LogicalType.Numeric,
        ["text"] = LogicalType.Text,
        ["character varying"] = LogicalType.Text,
        ["varchar"] = LogicalType.Text,
        ["character"] = LogicalType.Text,
        ["char"] = LogicalType.Text,
        ["citext"] = LogicalType.Text,
        ["name"] = LogicalType.Text,
        ["bytea"] = LogicalType.Bytes,
        ["uuid"] = LogicalType.Uuid,
        ["date"] = LogicalType.Date,
        ["time"] = LogicalType.Time,
        ["time without time zone"] = LogicalType.Time,
        ["time with time zone"] = LogicalType.Time,
        ["timestamp"] = LogicalType.Timestamp,
        ["timestamptz"] = LogicalType.Timestamp,
        ["timestamp without time zone"] = LogicalType.Timestamp,
        ["timestamp with time zone"] = LogicalType.Timestamp,
        ["datetime"] = LogicalType.Timestamp,
        ["interval"] = LogicalType.Interval,
        ["json"] = LogicalType.Json,
        ["jsonb"] = LogicalType.Json,
    };

    /// <summary>What a column of PostgreSQL stands for.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isLabel">Whether its type is an enum.</param>
    public static LogicalType OfPostgres(ColumnModel column, bool isLabel) =>
        isLabel ? LogicalType.Label | LogicalType.Text : Known.GetValueOrDefault(Bare(column.BaseType), LogicalType.Special);

    /// <summary>What a column of SQLite may stand for.</summary>
    public static LogicalType OfSqlite(ColumnModel column)
    {
        var type = Bare(column.Type);
        return type.ToLowerInvariant() switch
        {
            "" or "any" => LogicalType.Any,
            "integer" or "int" or "bigint" or "smallint" => InInteger,
            "text" => InText,
            "real" => InReal,
            "blob" => LogicalType.Bytes | LogicalType.Uuid | LogicalType.Json,
            "numeric" => InInteger | InReal,
            _ when Known.TryGetValue(type, out var named) => named,
            var other => OfAffinity(other),
        };
    }

    /// <summary>A type without its length: <c>varchar</c> of <c>varchar(20)</c>, <c>timestamp with time zone</c> of <c>timestamp(3) with time zone</c>.</summary>
    public static string Bare(string type)
    {
        var open = type.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : type.IndexOf(')', open);
        return close < 0 ? type : type[..open].TrimEnd() + type[(close + 1)..];
    }

    private static LogicalType OfAffinity(string type) =>
        type.Contains("int", StringComparison.Ordinal) ? InInteger
        : Contains(type, "char", "clob", "text") ? InText
        : type.Contains("blob", StringComparison.Ordinal) ? LogicalType.Bytes | LogicalType.Uuid
        : Contains(type, "real", "floa", "doub") ? InReal
        : LogicalType.Any;

    private static bool Contains(string type, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (type.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
