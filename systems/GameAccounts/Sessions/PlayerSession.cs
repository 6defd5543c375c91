using Dowel.Data;

namespace GameAccounts;

/// <summary>A login that is good until it expires.</summary>
/// <param name="Token">What the player's client holds.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="ExpiresAt">From when on it is not good any more.</param>
/// <param name="CreatedAt">When it was made.</param>
[Table("sessions")]
public sealed record PlayerSession(
    [Key] string Token,
    [References<Account>(OnDelete = DeleteRule.Cascade)] UserId UserId,
    [UnixSeconds] DateTimeOffset ExpiresAt,
    [UnixSeconds, InsertOnly] DateTimeOffset CreatedAt);
