using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row that holds its owner.</summary>
[Table("projects"), OwnedBy(nameof(TenantId)), RowSecurity, Unique(nameof(TenantId), nameof(Name))]
public sealed record Project([Key] Guid Id, TenantId TenantId, string Name, string? Note, [Version] int Revision);
