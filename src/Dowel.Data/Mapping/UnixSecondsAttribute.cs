namespace Dowel.Data;

/// <summary>A <see cref="DateTimeOffset"/> is stored as whole seconds since 1970-01-01 00:00 UTC, in a 64-bit integer column on both engines.</summary>
/// <remarks>Parts of a second are cut off, towards the past.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class UnixSecondsAttribute : Attribute;
