using PlayerEngagement;

namespace Dowel.Benchmarks;

/// <summary>An award, as peers know one.</summary>
internal sealed class AwardRow
{
    public long AwardId { get; set; }

    public long UserId { get; set; }

    public required string RewardDayId { get; set; }

    public long XpAwarded { get; set; }

    public int StreakDay { get; set; }

    public required string PolicyKey { get; set; }

    public int PolicyVersion { get; set; }

    public Guid ReceiptId { get; set; }

    public required string ModelStateSnapshot { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What its player is answered.</summary>
    public Receipt ToReceipt() => new(ReceiptId, RewardDayId, XpAwarded, StreakDay, PolicyKey, PolicyVersion, CreatedAt);
}
