using System.Text;
using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Names as statements must have them: quoted only where they need to be, as <c>quote_ident</c> does.</summary>
internal static class PostgresIdentifier
{
    // Every keyword that is reserved in some way, as pg_get_keywords() lists them (PostgreSQL 15 to 18).
    private const string KeywordText = """
        all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character
        check coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema
        current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists extract false
        fetch float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
        interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
        json_serialize json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national natural
        nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision
        primary real references returning right row select session_user setof similar smallint some substring symmetric system_user table
        tablesample then time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where
        window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
        """;

    private static readonly HashSet<string> Keywords = [.. KeywordText.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A name, quoted where it would be another one otherwise.</summary>
    public static string Quote(string name) => IsPlain(name) && !Keywords.Contains(name) ? name : PostgresNames.Quote(name);

    /// <summary>A name behind its schema's, if it has one.</summary>
    public static string Quote(string? schema, string name) => schema is null ? Quote(name) : $"{Quote(schema)}.{Quote(name)}";

    /// <summary>The name of what has one of its own: a table, a view, a type, a sequence.</summary>
    public static string Quote(ObjectKey key) => Quote(key.Schema, key.Name);

    /// <summary>The name that something has until what replaces it is there.</summary>
    public static string Replaced(string name) => Cut(name, "_replaced");

    /// <summary>The name that something has until it takes the place of what has its own name.</summary>
    public static string Replacing(string name) => Cut(name, "_replacing");

    // A name has 63 bytes at most (PostgreSQL 18 docs, 4.1.1); the server would cut a longer one back to the old one.
    private static string Cut(string name, string suffix)
    {
        while (Encoding.UTF8.GetByteCount(name) > 63 - suffix.Length)
        {
            name = name[..^1];
        }

        return name + suffix;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
