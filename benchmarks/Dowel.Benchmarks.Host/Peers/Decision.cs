using PlayerEngagement;

namespace Dowel.Benchmarks;

/// <summary>What a claim comes to, decided by the service's own code for all.</summary>
/// <param name="Answer">What to answer where nothing is to be written; the receipt is still to be read.</param>
/// <param name="Grant">What to write; null for nothing.</param>
internal readonly record struct Decision(ClaimStatus Answer, Grant? Grant)
{
    private static readonly StreakModels Models = new([new ConsecutiveStreak(), new DecayingStreak()]);

    /// <summary>Decides.</summary>
    /// <param name="row">The player; null for nobody.</param>
    /// <param name="claim">The request.</param>
    public static Decision Of(FactsRow? row, ClaimRequest claim)
    {
        if (row?.ToFacts() is not { } facts)
        {
            return new(ClaimStatus.UnknownUser, null);
        }

        if (facts.EntryUserId is { } holder)
        {
            return new(holder == facts.UserId ? ClaimStatus.Repeated : ClaimStatus.CorrelationIdTaken, null);
        }

        return !GrantPlan.IsOpen(facts, GrantPlan.DayOf(facts, claim.Now)) ? new(ClaimStatus.AlreadyRewarded, null)
            : facts.Definition is null ? new(ClaimStatus.NoActivePolicy, null)
            : new(ClaimStatus.Granted, GrantPlan.Create(facts, claim, [], Models));
    }
}
