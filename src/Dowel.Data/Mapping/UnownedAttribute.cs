namespace Dowel.Data;

/// <summary>A method that reads or writes owned tables for all owners at once, and says why; <c>dowel verify</c> lists them.</summary>
/// <param name="reason">Why this is right.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnownedAttribute(string reason) : Attribute
{
    /// <summary>Why this is right.</summary>
    public string Reason { get; } = reason;
}
