namespace Dowel.Benchmarks;

/// <summary>A player, as EF Core knows one.</summary>
internal sealed class PlayerRow
{
    public long UserId { get; set; }

    public required string ExternalUserId { get; set; }

    public required string RewardTz { get; set; }

    public string? SegmentKey { get; set; }
}
