using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Which changes of a table the engine makes in place; all others make the table anew. Pure.</summary>
/// <remarks>sqlite.org, "ALTER TABLE", 3 to 5. Indexes, views and triggers over a column that goes are dropped before it by the plan.</remarks>
internal static class SqliteAlterRules
{
    /// <summary>Whether there is a statement for a change.</summary>
    public static bool IsInPlace(SchemaChange change) => change switch
    {
        // An update of the rows that are there would set off their triggers; a copy does not.
        AddColumn add => add.Backfill is null && CanAdd(add.Table, add.Column),
        DropColumn drop => CanDrop(drop.Table, drop.Column.Name),
        AlterTable alter => IsGrowth(alter),
        AlterColumn => false,
        _ => true,
    };

    /// <summary>The columns that are new.</summary>
    public static IEnumerable<ColumnModel> Added(AlterTable change) => change.After.Columns.Where(column => change.Before.Find(column.Name) is null);

    /// <summary>The keys and rules of a column that stand beside it.</summary>
    public static IEnumerable<ConstraintModel> Beside(TableModel table, ColumnModel column) =>
        table.Constraints.Where(key => key.Columns is [var only] && only == column.Name && SqliteTableWriter.IsBesideColumn(table, key));

    private static bool CanAdd(TableModel table, ColumnModel column)
    {
        var keys = table.Constraints.Where(key => key.Columns.Contains(column.Name)).ToList();
        return !column.IsStored
            && (column.IsNullable || (column.Generation == Generation.None && column.Default is not (null or "null")))
            && (column.Default is not { } value || SqliteDefaults.IsConstant(value))
            && keys.All(key => key.Kind is ConstraintKind.Check or ConstraintKind.Foreign && SqliteTableWriter.IsBesideColumn(table, key))
            && (column.Default is null or "null" || keys.TrueForAll(key => key.Kind != ConstraintKind.Foreign));
    }

    private static bool CanDrop(TableModel table, string column) =>
        table.Columns.Any(other => other.Name != column && other.Generation != Generation.Computed)
        && !table.Constraints.Any(key => key.Columns.Contains(column) || (key.Reference is { } parent && parent.Table == table.Key && parent.Columns.Contains(column)))
        && !table.Columns.Any(other => other.Name != column && other.Expression is { } expression && Mentions(expression, column));

    private static bool IsGrowth(AlterTable change)
    {
        var (before, after) = (change.Before, change.After);
        var added = Added(change).ToList();
        var free = after.Constraints.ToList();
        return added.Count > 0
            && before.Options == after.Options
            && before.Columns.All(column => after.Find(column.Name) is { } other && AreSame(column, other))
            && before.Constraints.All(key => free.Remove(free.Find(other => other.Name == key.Name && other.Definition == key.Definition)!))
            && free.TrueForAll(key => key.Columns is [var only] && added.Exists(column => column.Name == only))
            && added.TrueForAll(column => !change.Backfills.ContainsKey(column.Name) && CanAdd(after, column));
    }

    private static bool AreSame(ColumnModel one, ColumnModel other) => one with { Needs = other.Needs } == other;

    private static bool Mentions(string expression, string name)
    {
        var tokens = SqliteTokens.Read(expression);
        return tokens.FindName(name, 0) is not null;
    }
}
