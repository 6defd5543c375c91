namespace Dowel.Data;

/// <summary>An integer that every update raises by one, and that an update must know: the last writer does not win unseen.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class VersionAttribute : Attribute;
