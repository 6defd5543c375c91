using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>What the engine itself says of a database's schema, in a handful of queries.</summary>
/// <param name="engine">An open connection.</param>
/// <param name="own">The names of Dowel's own tables, which do not count.</param>
internal sealed class SqliteCatalog(SqliteExecutor engine, IReadOnlyCollection<string> own)
{
    private const string Objects = """
        select type, name, tbl_name, sql from sqlite_master
        where sql is not null and name not like 'sqlite\_%' escape '\' and tbl_name not like 'sqlite\_%' escape '\'
        order by name
        """;

    // Columns that a virtual table hides are its module's arguments.
    private const string Columns = """
        select t.name, c.name, c.type, c."notnull", c.pk, c.hidden
        from sqlite_master t, pragma_table_xinfo(t.name) c
        where t.name not like 'sqlite\_%' escape '\' and c.hidden <> 1 and
        """;

    private const string OfTables = " t.type = 'table' and t.sql not like 'create virtual %' order by t.name, c.cid";
    private const string OfOthers = " (t.type = 'view' or t.sql like 'create virtual %') order by t.name, c.cid";
    private const string OfOne = " t.type in ('table', 'view') and t.name = $1 order by c.cid";

    // Since SQLite 3.37.
    private const string Shadows = "select name from pragma_table_list where schema = 'main' and type = 'shadow'";

    // What the modules of the engine's own source call them (fts3, fts5, rtree).
    private static readonly string[] ShadowSuffixes =
        ["content", "segments", "segdir", "docsize", "stat", "data", "idx", "config", "node", "rowid", "parent"];

    /// <summary>All that has a statement of its own, without what belongs to virtual tables.</summary>
    /// <exception cref="DatabaseUnavailableException">The catalog cannot be read.</exception>
    public IReadOnlyList<SqliteCatalogObject> ReadObjects()
    {
        var all = Rows(Objects, 4).Select(row => new SqliteCatalogObject(row[0]!, row[1]!, row[2]!, row[3]!))
            .Where(each => !own.Contains(each.Table, StringComparer.OrdinalIgnoreCase)).ToList();
        var modules = all.Where(each => each.IsVirtual).Select(each => each.Name).ToList();
        if (modules.Count == 0)
        {
            return all;
        }

        var shadows = TryRows(Shadows, 1, []) is { } listed
            ? listed.Select(row => row[0]!).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : modules.SelectMany(module => ShadowSuffixes.Select(suffix => $"{module}_{suffix}")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. all.Where(each => !shadows.Contains(each.Table))];
    }

    /// <summary>The columns of tables and views.</summary>
    /// <param name="others">The views and virtual tables, of which one that is broken has none.</param>
    /// <exception cref="DatabaseUnavailableException">The catalog cannot be read.</exception>
    public ILookup<string, SqliteCatalogColumn> ReadColumns(IReadOnlyList<SqliteCatalogObject> others)
    {
        var rows = Rows(Columns + OfTables, 6);
        if (others.Count > 0)
        {
            // One view of a table that is gone makes the whole query fail.
            rows.AddRange(TryRows(Columns + OfOthers, 6, []) ?? others.SelectMany(other => TryRows(Columns + OfOne, 6, [other.Name]) ?? []));
        }

        return rows.Select(row => new SqliteCatalogColumn(row[0]!, row[1]!, row[2] ?? "", row[3] != "0", Number(row[4]), Number(row[5])))
            .ToLookup(column => column.Table, StringComparer.Ordinal);
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    private List<string?[]> Rows(string sql, int width)
    {
        var (result, rows) = Run(sql, width, []);
        return result.IsOk ? rows
            : throw new DatabaseUnavailableException(SqliteSchemaErrors.Unreadable(result.Message), SqliteFailures.ToException(result));
    }

    private List<string?[]>? TryRows(string sql, int width, IReadOnlyList<object?> values) =>
        Run(sql, width, values) is ({ IsOk: true }, var rows) ? rows : null;

    private (SqliteResult Result, List<string?[]> Rows) Run(string sql, int width, IReadOnlyList<object?> values)
    {
        var rows = new List<string?[]>();
        var result = engine.Run(sql, values, row => rows.Add([.. Enumerable.Range(0, width).Select(row)]), CancellationToken.None);
        return (result, rows);
    }
}
