using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Reads the tables and columns of a database from the engine's own catalog.</summary>
/// <param name="engine">An open connection.</param>
internal sealed class SqliteSchemaReader(SqliteExecutor engine)
{
    // Hidden columns: 1 of a virtual table, 2 computed when read, 3 computed when written (sqlite.org, "PRAGMA table_xinfo").
    private const string Columns = """
        select t.type, t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
        from sqlite_master t, pragma_table_xinfo(t.name) c
        where t.type in ('table', 'view') and t.name not like 'sqlite\_%' escape '\' and c.hidden <> 1
        order by t.name, c.cid
        """;

    // An index over an expression has no name there, and none of its columns makes a key by itself.
    private const string Keys = """
        select t.name, i.name, i.origin, c.name
        from sqlite_master t, pragma_index_list(t.name) i, pragma_index_xinfo(i.name) c
        where t.type = 'table' and i."unique" and not i.partial and c.key
        order by t.name, i.name, c.seqno
        """;

    /// <summary>Reads the database.</summary>
    /// <param name="own">The names of Dowel's own tables, which do not count.</param>
    public DatabaseModel Read(IReadOnlyCollection<string> own)
    {
        var keys = Rows(Keys, 4).ToLookup(row => row[0]!, StringComparer.Ordinal);
        var tables = Rows(Columns, 8).Where(row => !own.Contains(row[1]!)).GroupBy(row => (Type: row[0], Name: row[1]!));
        return new([.. tables.Select(table => table.Key.Type == "view" ? View(table.Key.Name, table) : Table(table.Key.Name, [.. table], [.. keys[table.Key.Name]]))]);
    }

    private static TableModel View(string name, IEnumerable<string?[]> columns) =>
        new(name, TableKind.View, [.. columns.Select(row => new ColumnModel(row[2]!, TypeOf(row), IsNullable: true))]);

    private static TableModel Table(string name, IReadOnlyList<string?[]> columns, IReadOnlyList<string?[]> keys)
    {
        var primary = columns.Where(row => row[6] != "0").OrderBy(row => row[6]!.Length).ThenBy(row => row[6], StringComparer.Ordinal)
            .Select(row => row[2]!).ToList();

        // A key of one column declared as `integer` is the row's number, and then has no index of its own.
        var isRowNumber = primary.Count == 1 && !keys.Any(row => row[2] == "pk")
            && columns.Any(row => row[2] == primary[0] && string.Equals(row[3], "integer", StringComparison.OrdinalIgnoreCase));
        return new(name, TableKind.Table, [.. columns.Select(row => Column(row, isRowNumber))])
        {
            Constraints =
            [
                .. primary.Count == 0 ? [] : (ConstraintModel[])[new(new(ObjectKind.Constraint, name), ConstraintKind.Primary, primary)],
                .. keys.Where(row => row[2] != "pk").GroupBy(row => row[1]!)
                    .Where(index => index.All(row => row[3] is not null))
                    .Select(index => new ConstraintModel(new(ObjectKind.Constraint, name, index.Key), ConstraintKind.Unique, [.. index.Select(row => row[3]!)])),
            ],
        };
    }

    // SQLite lets null into a primary key that is not the row's number, which it calls a mistake of old that it keeps
    // (sqlite.org, "CREATE TABLE", 3.5). A key counts as never null here, as it is on PostgreSQL.
    private static ColumnModel Column(string?[] row, bool isRowNumber) =>
        new(row[2]!, TypeOf(row), IsNullable: row[4] == "0" && row[6] == "0")
        {
            Default = row[5],
            Generation = row[7] is "2" or "3" ? Generation.Computed : isRowNumber && row[6] != "0" ? Generation.Identity : Generation.None,
        };

    // Types mean the same in any case, and the engine has some of them in its own.
    private static string TypeOf(string?[] row) => row[3]?.ToLowerInvariant() ?? "";

    private List<string?[]> Rows(string sql, int width)
    {
        var rows = new List<string?[]>();
        engine.Run(sql, [], row => rows.Add([.. Enumerable.Range(0, width).Select(row)]), CancellationToken.None);
        return rows;
    }
}
