namespace PlayerEngagement;

/// <summary>What a claim was given; it never changes.</summary>
/// <param name="ReceiptId">The claim's correlation id.</param>
/// <param name="RewardDayId">The day, as <see cref="RewardDay"/> writes it.</param>
/// <param name="XpAwarded">Experience points.</param>
/// <param name="StreakDay">The day of the streak.</param>
/// <param name="PolicyKey">The policy that decided it.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="AwardedAt">When.</param>
public sealed record Receipt(
    Guid ReceiptId, string RewardDayId, long XpAwarded, int StreakDay, string PolicyKey, int PolicyVersion, DateTimeOffset AwardedAt)
{
    /// <summary>The receipt of an award that is there.</summary>
    internal static Receipt Of(Award award) => new(
        award.ReceiptId, award.RewardDayId, award.XpAwarded, award.StreakDay, award.PolicyKey, award.PolicyVersion, award.CreatedAt);

    /// <summary>The receipt of an award that has just been written.</summary>
    internal static Receipt Of(Grant grant) => new(
        grant.CorrelationId, grant.RewardDayId, grant.Xp, grant.StreakDay, grant.PolicyKey, grant.PolicyVersion, grant.Now);
}
