using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row of whoever owns the project of its release.</summary>
[Table("artifacts"), OwnedThrough<Release>(nameof(ReleaseId)), RowSecurity]
public sealed record Artifact([Key] long ReleaseId, [Key] string Path, long Size);
