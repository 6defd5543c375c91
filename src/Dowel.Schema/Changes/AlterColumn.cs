namespace Dowel.Schema;

/// <summary>A column changes in anything but its name.</summary>
/// <param name="Table">The table as it will be in the end.</param>
/// <param name="Before">The column as it was, by the name that it will have.</param>
/// <param name="After">The column as it will be.</param>
/// <param name="Backfill">What takes the place of its values, or of those that are null where it becomes <c>not null</c>; null for nothing.</param>
internal sealed record AlterColumn(TableModel Table, ColumnModel Before, ColumnModel After, string? Backfill) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Table.Key.Column(After.Name);
}
