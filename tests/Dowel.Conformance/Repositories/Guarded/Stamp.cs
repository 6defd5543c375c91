using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row with an array, so that many of them go one by one.</summary>
[Table("stamps"), OwnedBy(nameof(TenantId)), RowSecurity]
public sealed record Stamp([Key] TenantId TenantId, [Key] string Code, IReadOnlyList<string> Words);
