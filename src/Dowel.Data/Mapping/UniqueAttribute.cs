namespace Dowel.Data;

/// <summary>No two rows share these values: on a property it means that one, on a record the properties that it names.</summary>
/// <param name="properties">On a record: the properties that make up the key, in the order of the index.</param>
/// <remarks>Each gives the repository a <c>FindBy…Async</c> method, and can be what an upsert goes by.</remarks>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class UniqueAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties; empty where the attribute is on one.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>The constraint's name; null for the one that the engines make of table and columns.</summary>
    public string? Name { get; init; }
}
