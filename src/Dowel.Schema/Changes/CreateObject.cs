namespace Dowel.Schema;

/// <summary>An object is made by its own statement: an index, a constraint of a table that is there, a view, a function.</summary>
/// <param name="Object">The object; no ordinary table.</param>
internal sealed record CreateObject(ObjectModel Object) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Object.Key;
}
