namespace Dowel.Data;

/// <summary>An enum is stored as its number, not as its label.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Enum)]
public sealed class AsNumberAttribute : Attribute;
