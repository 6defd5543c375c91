using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Claims: read in one statement, decide, write in one that changes nothing unless all is as it was read.</summary>
/// <param name="database">The database.</param>
/// <param name="models">The streak models.</param>
/// <param name="clock">The time.</param>
internal sealed class ClaimFlow(Database database, StreakModels models, TimeProvider clock)
{
    private readonly UserRepository _users = new(database);
    private readonly AwardRepository _awards = new(database);
    private readonly ZoneHistoryRepository _zones = new(database);
    private readonly GrantStore _grants = new(database);

    /// <summary>Grants the day's reward, or says what there was before.</summary>
    public Task<ClaimResult> ClaimAsync(string externalUserId, Guid correlationId, string policyKey, CancellationToken cancellationToken) =>
        Contention.SettleAsync(token => AttemptAsync(new(externalUserId, correlationId, policyKey, clock.Now()), token), cancellationToken);

    private async Task<ClaimResult?> AttemptAsync(ClaimRequest claim, CancellationToken cancellationToken)
    {
        var facts = await _users.ReadFactsAsync(claim.ExternalUserId, claim.CorrelationId, claim.PolicyKey, cancellationToken).ConfigureAwait(false);
        if (facts is null)
        {
            return new(ClaimStatus.UnknownUser);
        }

        if (facts.EntryUserId is { } holder)
        {
            return await RepeatAsync(facts, holder, claim, cancellationToken).ConfigureAwait(false);
        }

        var day = GrantPlan.DayOf(facts, claim.Now);
        if (!GrantPlan.IsOpen(facts, day))
        {
            return await AnswerRewardedAsync(facts, day, cancellationToken).ConfigureAwait(false);
        }

        if (facts.Definition is null)
        {
            return new(ClaimStatus.NoActivePolicy);
        }

        var applied = await ReadAppliedAsync(facts, cancellationToken).ConfigureAwait(false);
        var grant = GrantPlan.Create(facts, claim, applied, models);
        return await _grants.WriteAsync(grant, cancellationToken).ConfigureAwait(false) ? new(ClaimStatus.Granted, Receipt.Of(grant)) : null;
    }

    // Another user's entry and an entry that is no claim are answered alike, so that nothing is learnt from the answer.
    private async Task<ClaimResult> RepeatAsync(UserFacts facts, long holder, ClaimRequest claim, CancellationToken cancellationToken)
    {
        var first = holder == facts.UserId ? await _awards.FindByReceiptIdAsync(claim.CorrelationId, cancellationToken).ConfigureAwait(false) : null;
        return first is null ? new(ClaimStatus.CorrelationIdTaken) : new(ClaimStatus.Repeated, Receipt.Of(first));
    }

    // The day itself may have been rewarded before a later date was, where clocks went back; else it is the last award's date in another zone.
    private async Task<ClaimResult> AnswerRewardedAsync(UserFacts facts, RewardDay day, CancellationToken cancellationToken)
    {
        var award = await _awards.FindByUserIdAndRewardDayIdAsync(facts.UserId, day.ToString(), cancellationToken).ConfigureAwait(false)
            ?? await _awards.FindByUserIdAndRewardDayIdAsync(facts.UserId, facts.LastRewardDayId!, cancellationToken).ConfigureAwait(false);
        return new(ClaimStatus.AlreadyRewarded, award is null ? null : Receipt.Of(award));
    }

    // Only a change that an earlier request has noted is in the history; the one that this claim brings about is not, and mostly there is none.
    private async Task<IReadOnlyList<ZoneEvent>> ReadAppliedAsync(UserFacts facts, CancellationToken cancellationToken) =>
        facts.LastAwardedAt is { } since && GrantPlan.LastDayOf(facts) is { } last && last.Zone != facts.RewardTz
            ? await _zones.ListAppliedAsync(facts.UserId, since, cancellationToken).ConfigureAwait(false)
            : [];
}
