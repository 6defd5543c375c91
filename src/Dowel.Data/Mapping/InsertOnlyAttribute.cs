namespace Dowel.Data;

/// <summary>A property is written when its row is inserted, and no update or upsert changes it.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class InsertOnlyAttribute : Attribute;
