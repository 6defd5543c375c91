namespace Dowel.Data;

/// <summary>A property holds the key of a row of another table.</summary>
/// <typeparam name="TRecord">The record of that table.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ReferencesAttribute<TRecord> : Attribute
{
    /// <summary>What becomes of this row when that one is deleted; nothing may by default.</summary>
    public DeleteRule OnDelete { get; init; }
}
