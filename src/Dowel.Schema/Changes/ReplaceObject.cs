namespace Dowel.Schema;

/// <summary>An object is changed in place, by <see cref="ObjectModel.Replace"/>.</summary>
/// <param name="Before">What it was.</param>
/// <param name="After">What it becomes.</param>
internal sealed record ReplaceObject(ObjectModel Before, ObjectModel After) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => Before.Key;
}
