using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Credits and debits that are no claims.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The time.</param>
internal sealed class PostFlow(Database database, TimeProvider clock)
{
    /// <summary>Enters a posting once.</summary>
    public async Task<PostResult> PostAsync(Posting posting, CancellationToken cancellationToken)
    {
        try
        {
            return await Contention.SettleAsync<PostResult>(
                token => database.TransactAsync((transaction, inner) => AttemptAsync(transaction, posting, inner), cancellationToken: token)!,
                cancellationToken).ConfigureAwait(false);
        }
        catch (CheckViolationException refusal) when (posting.Amount < 0 && refusal.Violation.Constraint == XpBalance.TotalsCheck)
        {
            // Whoever wrote to the ledger without holding the player was faster than the look at the balance.
            return new(PostStatus.InsufficientBalance);
        }
    }

    private async Task<PostResult> AttemptAsync(Transaction transaction, Posting posting, CancellationToken cancellationToken)
    {
        var (users, ledger) = (new UserRepository(transaction), new LedgerRepository(transaction));
        if (await users.HoldAsync(posting.ExternalUserId, cancellationToken).ConfigureAwait(false) is null
            || await users.ReadFactsAsync(posting.ExternalUserId, posting.CorrelationId, PolicyDefinition.DailyLoginKey, cancellationToken).ConfigureAwait(false) is not { } facts)
        {
            return new(PostStatus.UnknownUser);
        }

        if (facts.EntryUserId is { } holder)
        {
            var first = holder == facts.UserId ? await ledger.FindByCorrelationIdAsync(posting.CorrelationId, cancellationToken).ConfigureAwait(false) : null;
            return first is not null && first.Amount == posting.Amount && first.Reason == posting.Reason
                ? new(PostStatus.Repeated, first)
                : new(PostStatus.CorrelationIdTaken);
        }

        if (posting.Amount < 0 && facts.CurrentBalance + posting.Amount < 0)
        {
            return new(PostStatus.InsufficientBalance);
        }

        var now = clock.Now();
        var season = facts.Definition?.SeasonOf(GrantPlan.DayOf(facts, now).Date);
        var entry = new LedgerEntry(
            0, facts.UserId, posting.Amount, posting.Reason, posting.CorrelationId, LedgerEntry.ByHand, 0, season?.Id, posting.Metadata ?? [], now);
        return new(PostStatus.Posted, await ledger.InsertAsync(entry, cancellationToken).ConfigureAwait(false));
    }
}
