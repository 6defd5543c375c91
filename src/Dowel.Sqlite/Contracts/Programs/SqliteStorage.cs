using System.Globalization;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>What the b-trees of a database hold: the columns of each table and index in the order in which rows are stored.</summary>
/// <remarks>sqlite.org, "Database File Format", 2.3 to 2.5: computed columns that are not stored, rows without a number, index entries.</remarks>
internal sealed class SqliteStorage
{
    /// <summary>Stands for the row's own number where a column's number is meant.</summary>
    public const int RowNumber = (1 << 12) - 1;

    // A table without row numbers is stored as its primary key's index, which then has no row of its own in the catalog.
    private const string Trees = """
        select m.rootpage, m.tbl_name, c.name, c.cid
        from sqlite_master m, pragma_index_xinfo(m.name) c
        where m.type = 'index' and m.rootpage > 0
        union all
        select m.rootpage, m.name, c.name, c.cid
        from sqlite_master m, pragma_index_list(m.name) i, pragma_index_xinfo(i.name) c
        where m.type = 'table' and i.origin = 'pk' and i.name not in (select name from sqlite_master)
        union all
        select m.rootpage, m.name, c.name, 0
        from sqlite_master m, pragma_table_xinfo(m.name) c
        where m.type = 'table' and m.rootpage > 0 and c.hidden in (0, 3)
          and not exists (select * from pragma_index_list(m.name) i where i.origin = 'pk' and i.name not in (select name from sqlite_master))
        """;

    private readonly Dictionary<int, SqliteKinds[]> _trees;
    private readonly HashSet<int> _cursors = [];

    private SqliteStorage(Dictionary<int, SqliteKinds[]> trees) => _trees = trees;

    /// <summary>Reads the catalog.</summary>
    public static SqliteStorage Read(SqliteExecutor engine, DatabaseModel model)
    {
        var columns = new List<(int Root, SqliteKinds Kinds)>();
        engine.Run(
            Trees,
            [],
            row => columns.Add((int.Parse(row(0)!, CultureInfo.InvariantCulture), KindsOf(model.Find(row(1)!)?.Find(row(2) ?? ""), row(3) == "-1"))),
            CancellationToken.None);
        return new(columns.GroupBy(column => column.Root).ToDictionary(tree => tree.Key, tree => tree.Select(column => column.Kinds).ToArray()));
    }

    /// <summary>The same storage for another program, whose cursors are others.</summary>
    public SqliteStorage ForProgram() => new(_trees);

    /// <summary>What a cursor reads that is opened on a b-tree; null where that is not known.</summary>
    public SqliteKinds[]? Open(int cursor, int root, int database)
    {
        _cursors.Add(cursor);
        return database == 0 ? _trees.GetValueOrDefault(root) : null;
    }

    /// <summary>Whether a cursor is opened on a b-tree of the database; others are on what the program makes for itself.</summary>
    public bool IsOf(int cursor) => _cursors.Contains(cursor);

    private static SqliteKinds KindsOf(ColumnModel? column, bool isRowNumber) => (column, isRowNumber) switch
    {
        (_, true) => SqliteKinds.Integer,
        (null, _) => SqliteKinds.Any,
        ({ } known, _) => SqliteTypes.KindsOf(known.Type) | (known.IsNullable ? SqliteKinds.Null : SqliteKinds.None),
    };
}
