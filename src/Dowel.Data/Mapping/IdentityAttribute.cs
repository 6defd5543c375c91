namespace Dowel.Data;

/// <summary>A property's value is made by the database when its row is inserted; what the record holds is not sent.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IdentityAttribute : Attribute;
