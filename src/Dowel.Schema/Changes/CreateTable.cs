namespace Dowel.Schema;

/// <summary>A table is made, with its columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Constraints">Those that are made with it; others follow once what they refer to is there.</param>
internal sealed record CreateTable(TableModel Table, IReadOnlyList<ConstraintModel> Constraints) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Table.Key;
}
