using PlayerEngagement;

namespace Dowel.Benchmarks;

/// <summary>A grant as parameters.</summary>
/// <param name="grant">The grant.</param>
internal sealed class GrantRow(Grant grant)
{
    public long UserId => grant.UserId;

    public string RewardDayId => grant.RewardDayId;

    public long Xp => grant.Xp;

    public int StreakDay => grant.StreakDay;

    public int CurrentStreak => grant.CurrentStreak;

    public int LongestStreak => grant.LongestStreak;

    public int GraceUsed => grant.GraceUsed;

    public string PolicyKey => grant.PolicyKey;

    public int PolicyVersion => grant.PolicyVersion;

    public Guid CorrelationId => grant.CorrelationId;

    public string? SeasonId => grant.SeasonId;

    public string State { get; } = grant.ModelState.ToJsonString();

    public string Details { get; } = grant.Metadata.ToJsonString();

    public DateTimeOffset Now => grant.Now;
}
