using Dowel.Data;

namespace GameAccounts;

/// <summary>How far a player has come.</summary>
/// <param name="UserId">The player.</param>
/// <param name="Level">The level, from one.</param>
/// <param name="Xp">The experience, from zero.</param>
[Table("progression")]
public sealed record PlayerProgression(
    [Key, References<Account>(OnDelete = DeleteRule.Cascade)] UserId UserId,
    [Default("1")] int Level = 1,
    [Default("0")] long Xp = 0);
