namespace Dowel.Data;

/// <summary>Each row belongs to an owner: no statement reads or writes one without naming him.</summary>
/// <param name="property">The property that holds the owner.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OwnedByAttribute(string property) : Attribute
{
    /// <summary>The property that holds the owner.</summary>
    public string Property { get; } = property;
}
