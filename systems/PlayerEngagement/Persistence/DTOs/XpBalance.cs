using Dowel.Data;

namespace PlayerEngagement;

/// <summary>The totals of a player's ledger, which a trigger keeps.</summary>
/// <param name="UserId">The player.</param>
/// <param name="CurrentBalance">Credits less debits.</param>
/// <param name="LifetimeXp">Credits alone.</param>
/// <param name="SeasonalXp">Credits of the season alone.</param>
/// <param name="SeasonId">The season; null before the first.</param>
/// <param name="UpdatedAt">When the last entry was made.</param>
[Table("xp_balance"), Check("current_balance >= 0 and lifetime_xp >= 0 and seasonal_xp >= 0", Name = XpBalance.TotalsCheck)]
internal sealed record XpBalance(
    [Key, References<XpUser>(OnDelete = DeleteRule.Cascade)] long UserId,
    long CurrentBalance,
    long LifetimeXp,
    long SeasonalXp,
    string? SeasonId,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The rule that no total falls below zero.</summary>
    public const string TotalsCheck = "xp_balance_totals_chk";
}
