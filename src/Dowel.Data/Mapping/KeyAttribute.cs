namespace Dowel.Data;

/// <summary>A property is the primary key, or one of its columns in the order of declaration.</summary>
/// <remarks>A <see cref="Guid"/> key that is empty when its row is inserted is made then, as version 7.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KeyAttribute : Attribute;
