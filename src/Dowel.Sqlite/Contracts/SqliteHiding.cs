using Dowel.Contracts;

namespace Dowel.Sqlite;

/// <summary>Gives owned tables other names.</summary>
/// <remarks>
/// sqlite.org, "ALTER TABLE": with <c>legacy_alter_table</c> on, views and the bodies of triggers keep the old name, so a view that shows
/// the rows of a hidden table is refused as the bare name is. Triggers of tables are the migrations' own and show nobody anything, so
/// those that name a hidden table are dropped; one on a view is a way to write through it and stays.
/// </remarks>
internal static class SqliteHiding
{
    /// <summary>Renames the tables.</summary>
    public static HiddenTables Hide(SqliteExecutor engine, IReadOnlyList<string> tables)
    {
        Run(engine, "pragma foreign_keys = off");
        Run(engine, "pragma legacy_alter_table = on");
        foreach (var trigger in Triggers(engine, tables))
        {
            Run(engine, $"drop trigger {SqliteName.Quote(trigger)}");
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            names[table] = HiddenTables.NameOf(names.Count);
            Run(engine, $"alter table {SqliteName.Quote(table)} rename to {SqliteName.Quote(names[table])}");
        }

        return new(names, []);
    }

    private static List<string> Triggers(SqliteExecutor engine, IReadOnlyList<string> tables)
    {
        var found = new List<string>();
        engine.Run(
            "select t.name, t.sql from sqlite_master t join sqlite_master o on o.type = 'table' and o.name = t.tbl_name collate nocase where t.type = 'trigger'",
            [],
            row =>
            {
                if (tables.Any(table => row(1)!.Contains(table, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(row(0)!);
                }
            },
            CancellationToken.None);
        return found;
    }

    // A table that keeps its name would let every bare mention pass.
    private static void Run(SqliteExecutor engine, string sql)
    {
        var result = engine.Run(sql);
        if (!result.IsOk)
        {
            throw new InvalidOperationException($"{sql}: {result.Message}");
        }
    }
}
