namespace Dowel.Sqlite;

/// <summary>The rows that refer to rows which are not there.</summary>
/// <remarks>
/// A database that was used with foreign keys off, as is SQLite's default, may hold some for good. They are counted for each
/// pair of tables, since a rebuilt table may number its rows anew.
/// </remarks>
internal sealed class SqliteOrphans
{
    private const int RowsShownMax = 3;
    private readonly Dictionary<(string? Child, string? Parent), HashSet<string>> _rows = [];

    private SqliteOrphans()
    {
    }

    /// <summary>Looks through all tables.</summary>
    public static SqliteOrphans Find(SqliteExecutor engine, CancellationToken cancellationToken)
    {
        var orphans = new SqliteOrphans();
        if (!orphans.Look(engine, "pragma foreign_key_check", cancellationToken))
        {
            // One key that refers to columns which are no key ends the check of all tables; the others are still looked at.
            orphans._rows.Clear();
            var tables = new List<string>();
            engine.Run("select name from sqlite_master where type = 'table'", [], row => tables.Add(row(0)!), cancellationToken);
            tables.ForEach(table => orphans.Look(engine, $"pragma foreign_key_check({SqliteName.Quote(table)})", cancellationToken));
        }

        return orphans;
    }

    private bool Look(SqliteExecutor engine, string pragma, CancellationToken cancellationToken) => engine.Run(
        pragma,
        [],
        row =>
        {
            if (!_rows.TryGetValue((row(0), row(2)), out var rows))
            {
                _rows.Add((row(0), row(2)), rows = []);
            }

            rows.Add(row(1) ?? $"without a number ({rows.Count + 1})");
        },
        cancellationToken).IsOk;

    /// <summary>Says which there are more of than there were; null where there are none.</summary>
    public string? Since(SqliteOrphans before)
    {
        var made = new List<string>();
        foreach (var ((child, parent), rows) in _rows)
        {
            var old = before._rows.GetValueOrDefault((child, parent)) ?? [];
            if (rows.Count > old.Count)
            {
                made.AddRange(rows.Except(old).Select(row => $"row {row} of {child} has no parent in {parent}"));
            }
        }

        return made.Count == 0
            ? null
            : $"{made.Count} rows would be left without the row they refer to: {string.Join("; ", made.Take(RowsShownMax))}{(made.Count > RowsShownMax ? "; …" : "")}";
    }
}
