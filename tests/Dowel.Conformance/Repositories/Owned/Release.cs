using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row of whoever owns its project.</summary>
[Table("releases"), OwnedThrough<Project>(nameof(ProjectId)), RowSecurity]
public sealed record Release([Key, Identity] long Id, Guid ProjectId, [Unique] string Tag, int Size);
