using Dowel.Data;

namespace CoreData;

/// <summary>A secret that was handed out to a user; the secret itself is kept nowhere.</summary>
/// <param name="TokenId">The token's number, made by the database.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="TokenHash">What it is known by, see <see cref="TokenSecret.Hash"/>.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="ExpiresAt">From when on it is good for nothing.</param>
/// <param name="UsedAt">When it was used up; null while it was not.</param>
/// <param name="CreatedAt">When it was handed out.</param>
[Table("user_tokens")]
public sealed record UserToken(
    [Key, Identity] long TokenId,
    [InsertOnly] UserId UserId,
    [InsertOnly, Unique] string TokenHash,
    [InsertOnly] TokenPurpose Purpose,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt,
    [InsertOnly] DateTimeOffset CreatedAt);
