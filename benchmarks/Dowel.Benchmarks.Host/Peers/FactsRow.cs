using System.Text.Json;
using System.Text.Json.Nodes;
using PlayerEngagement;

namespace Dowel.Benchmarks;

/// <summary>What a decision about a player needs, as peers read it.</summary>
internal sealed class FactsRow
{
    public long UserId { get; set; }

    public string RewardTz { get; set; } = "";

    public string? SegmentKey { get; set; }

    public int? CurrentStreak { get; set; }

    public int? LongestStreak { get; set; }

    public int? GraceUsed { get; set; }

    public string? LastRewardDayId { get; set; }

    public string? ModelState { get; set; }

    public DateTimeOffset? LastAwardedAt { get; set; }

    public int? PolicyVersion { get; set; }

    public string? Definition { get; set; }

    public long? EntryUserId { get; set; }

    /// <summary>The same for the code that decides.</summary>
    public UserFacts ToFacts() => new(
        UserId,
        RewardTz,
        SegmentKey,
        PendingTz: null,
        PendingTzFrom: null,
        CurrentStreak ?? 0,
        LongestStreak ?? 0,
        GraceUsed ?? 0,
        LastRewardDayId,
        ModelState is null ? null : (JsonObject)JsonNode.Parse(ModelState)!,
        LastAwardedAt,
        CurrentBalance: 0,
        LifetimeXp: 0,
        SeasonalXp: 0,
        SeasonId: null,
        PolicyVersion,
        Definition is null ? null : JsonSerializer.Deserialize(Definition, EngagementJson.Default.PolicyDefinition),
        EntryUserId);
}
