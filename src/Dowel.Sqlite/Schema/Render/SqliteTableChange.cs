using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>All that a plan changes in one table. Pure.</summary>
/// <param name="changes">Its steps on the table, in their order.</param>
/// <param name="after">The table as it will be.</param>
internal sealed class SqliteTableChange(IReadOnlyList<SchemaChange> changes, TableModel after)
{
    /// <summary>Whether the engine can do all of it in place.</summary>
    public bool IsInPlace { get; } = changes.All(SqliteAlterRules.IsInPlace);

    /// <summary>The first step, in whose place a rebuild stands.</summary>
    public SchemaChange First => changes[0];

    /// <summary>The table as it will be.</summary>
    public TableModel After => after;

    /// <summary>The table as it was, by the names that it will have.</summary>
    public TableModel Before => changes.OfType<AlterTable>().FirstOrDefault()?.Before
        ?? changes.OfType<DropColumn>().FirstOrDefault()?.Table
        ?? after with { Columns = [.. after.Columns.Where(column => !IsAdded(column)).Select(Old)] };

    /// <summary>What rows that are there get in a column; null where that is not said.</summary>
    public string? Backfill(string column) => changes.Select(change => change switch
    {
        AlterTable alter => alter.Backfills.GetValueOrDefault(column),
        AddColumn add when add.Column.Name == column => add.Backfill,
        AlterColumn alter when alter.After.Name == column => alter.Backfill,
        _ => null,
    }).FirstOrDefault(sql => sql is not null);

    private bool IsAdded(ColumnModel column) => changes.OfType<AddColumn>().Any(add => add.Column.Name == column.Name);

    private ColumnModel Old(ColumnModel column) => changes.OfType<AlterColumn>().FirstOrDefault(alter => alter.After.Name == column.Name)?.Before ?? column;
}
