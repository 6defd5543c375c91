using Dowel.Data;

namespace Workspaces;

/// <summary>A login that is good until it expires.</summary>
/// <param name="TokenHash">What its token is known by; the token itself is kept nowhere.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiresAt">From when on it is not good any more.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <remarks>No row security: whose a session is becomes known by reading it.</remarks>
[Table("sessions"), OwnedBy(nameof(UserId))]
public sealed record UserSession(
    [Key] string TokenHash,
    [Index, References<User>(OnDelete = DeleteRule.Cascade)] UserId UserId,
    [Index] DateTimeOffset ExpiresAt,
    [InsertOnly] DateTimeOffset CreatedAt);
