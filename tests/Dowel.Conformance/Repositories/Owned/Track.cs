using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row of whoever owns its project, with a made key and an array.</summary>
[Table("tracks"), OwnedThrough<Project>(nameof(ProjectId))]
public sealed record Track([Key] Guid Id, Guid ProjectId, IReadOnlyList<int> Marks);
