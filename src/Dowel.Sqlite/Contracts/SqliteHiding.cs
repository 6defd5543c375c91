using System.Text.RegularExpressions;
using Dowel.Contracts;

namespace Dowel.Sqlite;

/// <summary>Gives owned tables other names.</summary>
/// <remarks>
/// sqlite.org, "ALTER TABLE": with <c>legacy_alter_table</c> on, views and the bodies of triggers keep the old name, so a view that shows
/// the rows of a hidden table is refused as the bare name is. Triggers of tables are the migrations' own and show nobody anything, so
/// those that name a hidden table are dropped; one on a view is a way to write through it and stays. A virtual table may read another one's
/// rows, as a search table with <c>content=</c> does (sqlite.org, "FTS5", 4.4): those whose definition names a hidden table are dropped too.
/// </remarks>
internal static class SqliteHiding
{
    /// <summary>Renames the tables.</summary>
    public static HiddenTables Hide(SqliteExecutor engine, IReadOnlyList<string> tables)
    {
        Run(engine, "pragma foreign_keys = off");
        Run(engine, "pragma legacy_alter_table = on");
        var searches = Searches(engine, tables);
        foreach (var trigger in Triggers(engine, [.. tables, .. searches]))
        {
            Run(engine, $"drop trigger {SqliteName.Quote(trigger)}");
        }

        foreach (var search in searches)
        {
            Run(engine, $"drop table {SqliteName.Quote(search)}");
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            names[table] = HiddenTables.NameOf(names.Count);
            Run(engine, $"alter table {SqliteName.Quote(table)} rename to {SqliteName.Quote(names[table])}");
        }

        return new(names, searches);
    }

    private static List<string> Triggers(SqliteExecutor engine, IReadOnlyList<string> names) =>
    [
        .. Read(engine, "select t.name, t.sql from sqlite_master t join sqlite_master o on o.type = 'table' and o.name = t.tbl_name collate nocase where t.type = 'trigger'")
            .Where(trigger => names.Any(name => trigger.Sql.Contains(name, StringComparison.OrdinalIgnoreCase))).Select(trigger => trigger.Name),
    ];

    // Through views as well, and through each other: one may list the words of another.
    private static List<string> Searches(SqliteExecutor engine, IReadOnlyList<string> tables)
    {
        var others = Read(engine, "select name, sql from sqlite_master where type = 'view' or (type = 'table' and sql like 'create virtual%')");
        var shown = new List<string>(tables);
        for (var i = 0; i < shown.Count; i++)
        {
            var name = new Regex($@"\b{Regex.Escape(shown[i])}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            shown.AddRange(others.Where(other => name.IsMatch(other.Sql)).Select(other => other.Name).Except(shown, StringComparer.OrdinalIgnoreCase).ToList());
        }

        return [.. others.Where(other => !other.IsView && shown.Contains(other.Name)).Select(other => other.Name)];
    }

    private static List<(string Name, string Sql, bool IsView)> Read(SqliteExecutor engine, string sql)
    {
        var found = new List<(string, string, bool)>();
        engine.Run(sql, [], row => found.Add((row(0)!, row(1)!, row(1)!.StartsWith("create view", StringComparison.OrdinalIgnoreCase))), CancellationToken.None);
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
