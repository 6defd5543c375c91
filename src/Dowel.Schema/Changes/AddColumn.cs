namespace Dowel.Schema;

/// <summary>A table gets a column.</summary>
/// <param name="Table">The table as it will be in the end.</param>
/// <param name="Column">The column.</param>
/// <param name="Backfill">What rows that are there get, in SQL over their other columns; null for the default or nothing.</param>
internal sealed record AddColumn(TableModel Table, ColumnModel Column, string? Backfill) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Table.Key.Column(Column.Name);
}
