using System.Text.Json.Nodes;
using Dowel.Data;

namespace PlayerEngagement;

/// <summary>A credit or a debit.</summary>
/// <param name="LedgerId">The entry's number; later entries have higher ones.</param>
/// <param name="UserId">The player.</param>
/// <param name="Amount">Experience points, never 0; a debit is negative.</param>
/// <param name="Reason">What for; <see cref="DailyLogin"/> for a claim.</param>
/// <param name="CorrelationId">The caller's id of the request.</param>
/// <param name="PolicyKey">The policy that decided the amount; <see cref="ByHand"/> where none did.</param>
/// <param name="PolicyVersion">Its version; 0 where none did.</param>
/// <param name="SeasonId">The season that it counts for; null between seasons.</param>
/// <param name="Metadata">What else there is to say.</param>
/// <param name="CreatedAt">When.</param>
[Table("xp_ledger"), Index(nameof(PolicyKey), nameof(PolicyVersion), Name = "xp_ledger_policy_idx")]
public sealed record LedgerEntry(
    [Key, Identity] long LedgerId,
    [References<XpUser>(OnDelete = DeleteRule.Cascade)] long UserId,
    [Check("amount <> 0", Name = "xp_ledger_amount_chk")] long Amount,
    string Reason,
    [Unique(Name = "xp_ledger_correlation_id_uidx")] Guid CorrelationId,
    string PolicyKey,
    int PolicyVersion,
    string? SeasonId,
    [Json(typeof(EngagementJson))] JsonObject Metadata,
    DateTimeOffset CreatedAt)
{
    /// <summary>The reason of a claim.</summary>
    public const string DailyLogin = "DAILY_LOGIN";

    /// <summary>The policy key of an entry that no policy decided.</summary>
    public const string ByHand = "by_hand";
}
