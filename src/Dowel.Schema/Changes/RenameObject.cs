namespace Dowel.Schema;

/// <summary>A table, column, constraint, index, type, view or other object gets another name.</summary>
/// <param name="From">What it is called now, after all steps before this one.</param>
/// <param name="To">What it is called then.</param>
internal sealed record RenameObject(ObjectKey From, ObjectKey To) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => From;
}
