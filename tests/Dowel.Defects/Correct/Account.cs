using Dowel.Data;

namespace Dowel.Defects;

/// <summary>Someone who buys.</summary>
[Table("accounts")]
public sealed record Account([Key, Identity] long UserId, [Unique] string Email, string Name, string? Note, int Level, long CreatedAt, long? LoginAt, bool IsOpen);
