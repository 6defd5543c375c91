using System.Globalization;

namespace Dowel.Generator;

/// <summary>Types in SQL.</summary>
internal static class SqlType
{
    /// <summary>The type as the contract names it: <c>numeric(9,2)</c>, <c>bigint[]</c>.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The words.</returns>
    public static string Word(TypeModel type) => type.Kind switch
    {
        SqlKind.DoublePrecision => "double",
        SqlKind.Numeric => string.Format(CultureInfo.InvariantCulture, "numeric({0},{1})", type.Precision, type.Scale),
        _ => type.Kind.ToString().ToLowerInvariant(),
    } + (type.IsArray ? "[]" : "");

    /// <summary>The type as PostgreSQL names it, without digits.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The words.</returns>
    public static string Postgres(TypeModel type) => type.Kind switch
    {
        SqlKind.DoublePrecision => "double precision",
        SqlKind.Bytes => "bytea",
        SqlKind.Timestamp => "timestamptz",
        SqlKind.Json => "jsonb",
        _ => type.Kind.ToString().ToLowerInvariant(),
    };
}
