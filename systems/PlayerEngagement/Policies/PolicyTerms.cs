namespace PlayerEngagement;

/// <summary>What counts for one player on one day.</summary>
/// <param name="BaseXp">Experience points for a claim.</param>
/// <param name="GraceDays">How many missed days a streak forgives.</param>
/// <param name="Curve">What a streak's length makes of the base.</param>
/// <param name="SeasonId">The season; null between seasons.</param>
public sealed record PolicyTerms(long BaseXp, int GraceDays, IReadOnlyList<CurveStep> Curve, string? SeasonId)
{
    /// <summary>What a claim is worth.</summary>
    /// <param name="streakDay">The day of the streak.</param>
    /// <returns>Experience points, at least 1.</returns>
    public long XpOn(int streakDay)
    {
        var percent = Curve.LastOrDefault(step => step.FromDay <= streakDay)?.Percent ?? 100;
        return Math.Max(1, BaseXp * percent / 100);
    }
}
