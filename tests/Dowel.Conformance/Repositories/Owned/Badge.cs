using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row whose owner is part of its key, with an array.</summary>
[Table("badges"), OwnedBy(nameof(TenantId))]
public sealed record Badge([Key] TenantId TenantId, [Key] string Code, IReadOnlyList<string> Words);
