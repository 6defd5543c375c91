namespace Dowel.Data;

/// <summary>Each row belongs to the owner of the row of another table that it refers to.</summary>
/// <typeparam name="TRecord">The owned record that it refers to.</typeparam>
/// <param name="property">The property that holds that row's key.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OwnedThroughAttribute<TRecord>(string property) : Attribute
{
    /// <summary>The property that holds the other row's key.</summary>
    public string Property { get; } = property;
}
