namespace Dowel.Sqlite;

/// <summary>What the engine's own functions give.</summary>
/// <remarks>sqlite.org, "Built-In Scalar SQL Functions", "Built-in Aggregate Functions", "JSON Functions".</remarks>
internal static class SqliteFunctions
{
    /// <summary>What a scalar function gives.</summary>
    /// <param name="signature">Its name and the number of its arguments, <c>length(1)</c>.</param>
    /// <param name="arguments">What its arguments can be.</param>
    public static SqliteKinds Scalar(string signature, IReadOnlyList<SqliteKinds> arguments)
    {
        var (all, canAnyBeNull) = Sum(arguments);
        var strict = canAnyBeNull ? SqliteKinds.Null : SqliteKinds.None;
        return NameOf(signature) switch
        {
            "length" or "octet_length" or "instr" or "sign" => SqliteKinds.Integer | strict,
            "lower" or "upper" or "trim" or "ltrim" or "rtrim" or "replace" => SqliteKinds.Text | strict,
            "substr" or "substring" => SqliteKinds.Text | SqliteKinds.Blob | strict,
            "abs" => SqliteKinds.Number | strict,
            "round" => SqliteKinds.Real | strict,
            "like" or "glob" => SqliteKinds.Integer | strict,
            "json" or "json_set" or "json_insert" or "json_replace" or "json_patch" => SqliteKinds.Text | strict,
            "min" or "max" => all | strict,
            "coalesce" or "ifnull" => (all & ~SqliteKinds.Null) | (arguments.All(CanBeNull) ? SqliteKinds.Null : SqliteKinds.None),
            "hex" or "quote" or "typeof" or "printf" or "format" or "sqlite_version" or "json_quote" or "json_array" or "json_object" or "concat" => SqliteKinds.Text,
            "random" or "changes" or "total_changes" or "last_insert_rowid" => SqliteKinds.Integer,
            "json_valid" => SqliteKinds.Integer | strict,
            "randomblob" or "zeroblob" => SqliteKinds.Blob,
            "unixepoch" => SqliteKinds.Integer | (arguments.Count == 0 ? SqliteKinds.None : SqliteKinds.Null),
            "julianday" => SqliteKinds.Real | (arguments.Count == 0 ? SqliteKinds.None : SqliteKinds.Null),
            "current_date" or "current_time" or "current_timestamp" => SqliteKinds.Text,
            "date" or "time" or "datetime" => SqliteKinds.Text | (arguments.Count == 0 ? SqliteKinds.None : SqliteKinds.Null),
            "strftime" or "unicode" or "char" or "nullif" => SqliteKinds.Any,
            _ => SqliteKinds.Any,
        };
    }

    /// <summary>What an aggregate holds after a row more; what it gives without any is what it is given before the first.</summary>
    /// <param name="signature">Its name and the number of its arguments.</param>
    /// <param name="before">What it held before.</param>
    /// <param name="arguments">What the row's arguments can be.</param>
    public static SqliteKinds Step(string signature, SqliteKinds before, IReadOnlyList<SqliteKinds> arguments)
    {
        var first = arguments.Count > 0 ? arguments[0] : SqliteKinds.None;

        // One value is enough, and stays.
        var none = CanBeNull(first) ? before & SqliteKinds.Null : SqliteKinds.None;
        return (before & ~SqliteKinds.Null) | none | (NameOf(signature) switch
        {
            "count" or "row_number" or "rank" or "dense_rank" or "ntile" => SqliteKinds.Integer,
            "sum" => SumOf(first),
            "total" or "percent_rank" or "cume_dist" => SqliteKinds.Real,
            "avg" => SqliteKinds.Real,
            "min" or "max" => first & ~SqliteKinds.Null,
            "group_concat" or "string_agg" => SqliteKinds.Text,
            "json_group_array" or "json_group_object" => SqliteKinds.Text,
            _ => SqliteKinds.Any,
        });
    }

    /// <summary>What an aggregate gives in the end.</summary>
    /// <param name="signature">Its name and the number of its arguments.</param>
    /// <param name="held">What it held.</param>
    public static SqliteKinds Finish(string signature, SqliteKinds held) => NameOf(signature) switch
    {
        "count" or "row_number" or "rank" or "dense_rank" or "ntile" => SqliteKinds.Integer,
        "total" or "percent_rank" or "cume_dist" => SqliteKinds.Real,
        "json_group_array" or "json_group_object" => SqliteKinds.Text,
        _ => held,
    };

    private static SqliteKinds SumOf(SqliteKinds kinds) => (kinds & ~SqliteKinds.Null) switch
    {
        SqliteKinds.Integer => SqliteKinds.Integer,
        SqliteKinds.Real => SqliteKinds.Real,
        SqliteKinds.None => SqliteKinds.None,
        _ => SqliteKinds.Number,
    };

    private static bool CanBeNull(SqliteKinds kinds) => kinds.HasFlag(SqliteKinds.Null);

    private static (SqliteKinds All, bool CanAnyBeNull) Sum(IReadOnlyList<SqliteKinds> arguments)
    {
        var all = arguments.Aggregate(SqliteKinds.None, (sum, each) => sum | each);
        return (all & ~SqliteKinds.Null, CanBeNull(all));
    }

    private static string NameOf(string signature) => signature.Split('(')[0].ToLowerInvariant();
}
