namespace Dowel.Schema;

/// <summary>An object is taken away: for good, or to be made again because it stands in the way.</summary>
/// <param name="Object">The object; a table too.</param>
/// <param name="IsMadeAgain">Whether the plan makes it again.</param>
internal sealed record DropObject(ObjectModel Object, bool IsMadeAgain) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Object.Key;
}
