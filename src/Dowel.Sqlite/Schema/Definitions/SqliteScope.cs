namespace Dowel.Sqlite;

/// <summary>The names that a text can mean. Pure.</summary>
/// <remarks>
/// The engine takes <c>"x"</c> for the string where no column is called x (sqlite.org, "Quirks, Caveats, and Gotchas In SQLite", 8), so
/// whether the quotes can go depends on what there is.
/// </remarks>
internal sealed class SqliteScope
{
    private readonly Dictionary<string, string> _columns;
    private readonly HashSet<string> _tables;

    private SqliteScope(Dictionary<string, string> columns, IEnumerable<string> tables, string? own) =>
        (_columns, _tables, Own) = (columns, new(tables, StringComparer.OrdinalIgnoreCase), own);

    /// <summary>The table that a definition's or an index's expressions are about, which need not say so; null in queries.</summary>
    public string? Own { get; }

    /// <summary>The scope of a table's definition and indexes.</summary>
    public static SqliteScope OfTable(string table, IEnumerable<string> columns) => new(ByName(columns), [], table);

    /// <summary>The scope of a view or a trigger.</summary>
    /// <param name="tables">The tables and views that it names.</param>
    /// <param name="columns">Their columns.</param>
    public static SqliteScope OfQuery(IEnumerable<string> tables, IEnumerable<string> columns) => new(ByName(columns), tables, null);

    /// <summary>The column that a name means, as the engine keeps it; null where there is none.</summary>
    public string? Column(string name) => _columns.GetValueOrDefault(name);

    /// <summary>Whether a name is a table's or a view's.</summary>
    public bool IsTable(string name) => _tables.Contains(name);

    private static Dictionary<string, string> ByName(IEnumerable<string> columns)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            found.TryAdd(column, column);
        }

        return found;
    }
}
