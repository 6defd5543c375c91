using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>What a claim writes, and what must still be as it was read. It travels as one document.</summary>
internal sealed record Grant
{
    /// <summary>The player.</summary>
    public required long UserId { get; init; }

    /// <summary>The zone as it was read.</summary>
    public required string RewardTz { get; init; }

    /// <summary>The change of zone as it was read.</summary>
    public required string? PendingTz { get; init; }

    /// <summary>The same change's earliest moment.</summary>
    public required DateTimeOffset? PendingTzFrom { get; init; }

    /// <summary>The day of the last award as it was read.</summary>
    public required string? LastRewardDayId { get; init; }

    /// <summary>Since when the pending zone counts; null where it does not yet, or there is none.</summary>
    public required DateTimeOffset? PendingAppliedAt { get; init; }

    /// <summary>The streak's length from now on.</summary>
    public required int CurrentStreak { get; init; }

    /// <summary>How long it ever was, from now on.</summary>
    public required int LongestStreak { get; init; }

    /// <summary>How many missed days are forgiven in it, from now on.</summary>
    public required int GraceUsed { get; init; }

    /// <summary>What the streak model remembers from now on.</summary>
    public required JsonObject ModelState { get; init; }

    /// <summary>The day that is rewarded.</summary>
    public required string RewardDayId { get; init; }

    /// <summary>Experience points.</summary>
    public required long Xp { get; init; }

    /// <summary>The day of the streak.</summary>
    public required int StreakDay { get; init; }

    /// <summary>The policy that decided it.</summary>
    public required string PolicyKey { get; init; }

    /// <summary>Its version.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The season that it counts for.</summary>
    public required string? SeasonId { get; init; }

    /// <summary>The claim's correlation id.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>What the ledger says besides.</summary>
    public required JsonObject Metadata { get; init; }

    /// <summary>When, in whole microseconds.</summary>
    public required DateTimeOffset Now { get; init; }
}
