namespace Dowel.Schema;

/// <summary>A table changes as a whole: <c>strict</c>, <c>unlogged</c>, or on SQLite a constraint, which only a new table can have.</summary>
/// <param name="Before">The table as it was, by the names that it will have.</param>
/// <param name="After">The table as it will be.</param>
internal sealed record AlterTable(TableModel Before, TableModel After) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => After.Key;

    /// <summary>What rows that are there get in new columns, or where null will not do any more, in SQL over the old columns by their new names; by column.</summary>
    public IReadOnlyDictionary<string, string> Backfills { get; init; } = new Dictionary<string, string>();
}
