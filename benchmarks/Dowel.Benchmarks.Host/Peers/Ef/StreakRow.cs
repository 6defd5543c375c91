namespace Dowel.Benchmarks;

/// <summary>A streak, as EF Core knows one.</summary>
internal sealed class StreakRow
{
    public long UserId { get; set; }

    public int CurrentStreak { get; set; }

    public int LongestStreak { get; set; }

    public int GraceUsed { get; set; }

    public string? LastRewardDayId { get; set; }

    public required string ModelState { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
