using Dowel.Data;

namespace GameAccounts;

/// <summary>Someone who may play.</summary>
/// <param name="UserId">The account's number.</param>
/// <param name="Email">Where to write to; compared exactly.</param>
/// <param name="Username">The name in the game; compared exactly.</param>
/// <param name="PassHash">What the game server made of the password.</param>
/// <param name="CreatedAt">When the account was made.</param>
/// <param name="LastLoginAt">When it was last used; null before the first time.</param>
[Table("accounts")]
public sealed record Account(
    [Key, Identity] UserId UserId,
    [Unique] string Email,
    [Unique] string Username,
    string PassHash,
    [UnixSeconds, InsertOnly] DateTimeOffset CreatedAt,
    [UnixSeconds] DateTimeOffset? LastLoginAt = null);
