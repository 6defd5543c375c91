using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row that is nothing but its key.</summary>
[Table("grants")]
public sealed record Grant([Key] long UserId, [Key] string Flag);
