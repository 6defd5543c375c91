using System.Globalization;
using System.Text.RegularExpressions;

namespace Dowel.Schema;

/// <summary>The ends of types, as SQL: what a conversion loses first. Pure.</summary>
internal static partial class SeedExtremes
{
    // Composed, combining, from right to left, beyond 16 bits, quotes, a backslash, blanks at the ends.
    private const string Letters = " Zoë\u0301 ☃ 日本 שלום 𝕏 \"o''k\" %_\\ ";

    /// <summary>An end of a type; null where none is known.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isPostgres">Whether it is PostgreSQL's; else SQLite's.</param>
    /// <param name="isGreatest">Whether the upper end; else the lower.</param>
    public static string? Of(string type, bool isPostgres, bool isGreatest)
    {
        var bare = LogicalTypes.Bare(type).ToLowerInvariant();
        return bare switch
        {
            "text" or "character varying" or "varchar" or "citext" => isGreatest ? Text(type) : "''",
            "smallint" => isGreatest ? "32767" : "-32768",
            "integer" or "int" when isPostgres => isGreatest ? "2147483647" : "-2147483648",
            "bigint" or "integer" or "int" => isGreatest ? "9223372036854775807" : isPostgres ? "-9223372036854775808" : "-9223372036854775807 - 1",
            "numeric" or "decimal" when isPostgres => Number(type, isGreatest),
            "real" or "double precision" or "double" or "float" => isGreatest ? "1.5e30" : "-1.25e-7",
            "date" => isGreatest ? "'9999-12-31'" : "'0001-01-01'",
            "timestamp" or "timestamp without time zone" or "timestamp with time zone" when isPostgres => isGreatest ? "'9999-12-30 23:59:59.999999'" : "'0001-01-02 00:00:00'",
            "bytea" => isGreatest ? @"'\x00ff5c27'" : @"'\x'",
            "blob" => isGreatest ? "x'00ff5c27'" : "x''",
            "json" or "jsonb" => isGreatest ? """'{"é": [null, 1.50, "\\"]}'""" : "'{}'",
            "integer[]" or "bigint[]" or "text[]" when isGreatest => "'{1,null}'",
            _ => null,
        };
    }

    private static string Text(string type)
    {
        var most = Numbers(type) is [var length, ..] ? length : int.MaxValue;
        var runes = Letters.Replace("''", "'", StringComparison.Ordinal).EnumerateRunes().Take(most);
        return $"'{string.Concat(runes).Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static string Number(string type, bool isGreatest)
    {
        var sign = isGreatest ? "" : "-";
        return Numbers(type) switch
        {
            [var digits, var scale] when scale <= digits => $"{sign}{new string('9', digits - scale).PadLeft(1, '0')}.{new string('9', scale)}0",
            [var digits] => sign + new string('9', digits),
            _ => $"{sign}98765432109876543210.0123456789",
        };
    }

    private static List<int> Numbers(string type) => [.. Digits().Matches(type).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
