using Dowel.Data;

namespace GameAccounts;

/// <summary>Something that a player has unlocked.</summary>
/// <param name="UserId">The player.</param>
/// <param name="FlagId">What it is; an id of the game's content.</param>
/// <param name="UnlockedAt">When.</param>
[Table("user_unlocks")]
public sealed record UserUnlock(
    [Key, References<Account>(OnDelete = DeleteRule.Cascade)] UserId UserId,
    [Key] string FlagId,
    [UnixSeconds, InsertOnly] DateTimeOffset UnlockedAt);
