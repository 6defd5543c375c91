using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Changes of zones.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The time.</param>
internal sealed class ZoneFlow(Database database, TimeProvider clock)
{
    /// <summary>Asks for another zone.</summary>
    public async Task<ZoneChangeResult> ChangeAsync(string externalUserId, string zone, CancellationToken cancellationToken)
    {
        return RewardCalendar.IsZone(zone)
            ? await Contention.SettleAsync<ZoneChangeResult>(
                token => database.TransactAsync((transaction, inner) => AttemptAsync(transaction, externalUserId, zone, inner), cancellationToken: token)!,
                cancellationToken).ConfigureAwait(false)
            : new(ZoneChangeStatus.UnknownZone);
    }

    private async Task<ZoneChangeResult> AttemptAsync(Transaction transaction, string externalUserId, string zone, CancellationToken cancellationToken)
    {
        var users = new UserRepository(transaction);
        if (await users.HoldAsync(externalUserId, cancellationToken).ConfigureAwait(false) is null
            || await users.ReadFactsAsync(externalUserId, Guid.Empty, PolicyDefinition.DailyLoginKey, cancellationToken).ConfigureAwait(false) is not { } facts)
        {
            return new(ZoneChangeStatus.UnknownUser);
        }

        var now = clock.Now();
        var plan = ZonePlan.Create(GrantPlan.ClockOf(facts), zone, now);
        if (plan.Events.Count > 0)
        {
            await users.SetZoneAsync(facts.UserId, plan.After, now, cancellationToken).ConfigureAwait(false);
            var history = new ZoneHistoryRepository(transaction);
            foreach (var (kind, from, to, effectiveAt) in plan.Events)
            {
                await history.InsertAsync(new(0, facts.UserId, kind, from, to, effectiveAt, now), cancellationToken).ConfigureAwait(false);
            }
        }

        return new(plan.Status, plan.After.RewardTz, plan.After.PendingTz, plan.After.AppliesAt);
    }
}
