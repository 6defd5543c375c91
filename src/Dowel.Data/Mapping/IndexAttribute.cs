namespace Dowel.Data;

/// <summary>An index over the property, or over those named on a record.</summary>
/// <param name="properties">On a record: the properties in the order of the index.</param>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class IndexAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties; empty where the attribute is on one.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>The index's name; null for one made of table and columns.</summary>
    public string? Name { get; init; }
}
