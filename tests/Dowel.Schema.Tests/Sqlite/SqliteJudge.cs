using System.Text.RegularExpressions;

namespace Dowel.Schema.Tests;

/// <summary>Says what a SQLite database consists of by its pragmas, and by its stored statements without blanks, quotes and comments.</summary>
internal static partial class SqliteJudge
{
    private const string Mine = "m.name not like 'sqlite\\_%' escape '\\' and m.tbl_name not like 'schema\\_history%' escape '\\'";

    // A row's number is never null, whether its column says so or not.
    private static readonly string[] Pragmas =
    [
        $"""
        select 'column', m.name, c.name,
          c."notnull" or (c.pk = 1 and lower(c.type) = 'integer' and not exists (select * from pragma_index_list(m.name) where origin = 'pk')),
          c.pk, c.hidden, c.type || char(10) || 'default ' || coalesce(c.dflt_value, '')
        from sqlite_master m, pragma_table_xinfo(m.name) c where m.type in ('table', 'view') and {Mine}
        """,
        $"""
        select 'index', m.name, i.origin, iif(i.origin = 'c', i.name, ''), i."unique", i.partial,
          (select group_concat(coalesce(x.name, '') || ' ' || x.cid * (x.cid < 0) || ' ' || x."desc" || ' ' || lower(x.coll) || ' ' || x.key) from pragma_index_xinfo(i.name) x where x.key)
        from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table' and {Mine}
        """,
        $"""
        select 'reference', m.name, f."table" collate nocase, f.on_update, f.on_delete, f.match, 
          lower(group_concat(f."from" || '>' || coalesce(f."to", (select name from pragma_table_info(f."table") where pk = f.seq + 1), '')))
        from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table' and {Mine} group by m.name, f.id
        """,
        "select 'table', m.name, m.type, m.ncol, m.wr, m.strict from pragma_table_list m where m.schema = 'main' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like 'schema\\_history%' escape '\\'",
    ];

    /// <summary>All that the database consists of, in an order of its own.</summary>
    public static async Task<IReadOnlyList<string>> DescribeAsync(Scratch scratch)
    {
        var found = new List<string>();
        foreach (var pragma in Pragmas)
        {
            found.AddRange((await scratch.Database.QueryAsync(pragma, default)).Select(row => string.Join(" | ", [.. row[..^1], Last(row)])));
        }

        foreach (var row in await scratch.Database.QueryAsync($"select m.type, m.name, m.sql from sqlite_master m where m.sql is not null and {Mine}", default))
        {
            var text = Bare(row[2]!);
            found.AddRange(row[0] == "table" && !text.StartsWith("createvirtual", StringComparison.Ordinal) ? Clauses(text.Replace($"{row[1]}.", "", StringComparison.OrdinalIgnoreCase)).Select(clause => $"{row[1]}: {clause}") : [$"{row[0]} {row[1]}: {text}"]);
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every row of every table, with the kind of each value, the row's number, and the schema as it is stored.</summary>
    public static async Task<IReadOnlyList<string>> DumpAsync(Scratch scratch)
    {
        var found = new List<string>();
        foreach (var table in await scratch.Database.QueryAsync($"select m.name, m.sql, (select wr from pragma_table_list(m.name) where schema = 'main') from sqlite_master m where m.type = 'table' and m.tbl_name not like 'schema\\_history%' escape '\\'", default))
        {
            found.Add($"{table[0]}: {table[1]}");
            var columns = (await scratch.Database.QueryAsync($"select name from pragma_table_xinfo('{table[0]}')", default)).Select(row => $"\"{row[0]}\"").ToList();
            var number = table[2] == "1" ? "''" : "rowid";
            var rows = await scratch.Database.QueryAsync($"select {number}, {string.Join(", ", columns.SelectMany(column => (string[])[$"typeof({column})", $"quote({column})"]))} from \"{table[0]}\"", default);
            found.AddRange(rows.Select(row => $"{table[0]}: {string.Join(" ", row)}"));
        }

        found.AddRange((await scratch.Database.QueryAsync($"select m.sql from sqlite_master m where m.type <> 'table' and m.sql is not null and {Mine}", default)).Select(row => row[0]!));
        return [.. found.Order(StringComparer.Ordinal)];
    }

    // The engine takes `generated` for a part of the type where more than one blank follows it, and a bare default for a string.
    private static string Last(string?[] row) => row[0] == "column"
        ? Bare(row[^1]!).Replace("generateddefault", "default", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)
        : row[^1] ?? "";

    // What no pragma tells: rules, expressions, collations, what a conflict does, what is deferred.
    private static IEnumerable<string> Clauses(string text)
    {
        foreach (Match head in Heads().Matches(text))
        {
            var end = head.Index + head.Length;
            for (var depth = 1; depth > 0 && end < text.Length; end++)
            {
                depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
            }

            yield return text[head.Index..end].Replace("generatedalways", "", StringComparison.Ordinal);
        }

        foreach (Match word in Words().Matches(text))
        {
            yield return word.Value;
        }
    }

    private static string Bare(string sql) => Blanks().Replace(Comments().Replace(sql.Replace("\"none\"", "'none'", StringComparison.Ordinal), found => found.Value[0] == '\'' ? found.Value : " "), "").ToLowerInvariant();

    [GeneratedRegex(@"'[^']*'|--[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\s""`\[\]]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"check\(|(generatedalways)?as\(")]
    private static partial Regex Heads();

    [GeneratedRegex(@"autoincrement|collate(nocase|rtrim)|onconflict(?!abort)(ignore|replace|rollback|fail)|(?<!not)deferrableinitiallydeferred|constraint\w+?(?=unique|check|foreign|primary|references)")]
    private static partial Regex Words();
}
