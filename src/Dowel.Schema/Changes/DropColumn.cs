namespace Dowel.Schema;

/// <summary>A table loses a column and its values.</summary>
/// <param name="Table">The table as it was.</param>
/// <param name="Column">The column.</param>
internal sealed record DropColumn(TableModel Table, ColumnModel Column) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Table.Key.Column(Column.Name);
}
