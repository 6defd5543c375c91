using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row that holds its owner, behind the server's own wall.</summary>
[Table("folders"), OwnedBy(nameof(TenantId)), RowSecurity, Unique(nameof(TenantId), nameof(Name))]
public sealed record Folder([Key] Guid Id, TenantId TenantId, string Name, [Version] int Revision = 1);
