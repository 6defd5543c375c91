namespace PlayerEngagement;

/// <summary>What a policy says, all of it data.</summary>
/// <param name="BaseXp">Experience points for a claim, from 1 to 1,000,000,000.</param>
/// <param name="Streak">How streaks grow and end; null for the consecutive model without options.</param>
/// <param name="GraceDays">How many missed days a streak forgives, from 0 to 365.</param>
/// <param name="Curve">What a streak's length makes of the base, by rising day; null for 100 % always.</param>
/// <param name="Seasons">Stretches of days with an id of their own, which do not overlap; null for none.</param>
/// <param name="Segments">What is different for the users of a segment; null for nothing.</param>
public sealed record PolicyDefinition(
    long BaseXp,
    StreakRules? Streak = null,
    int GraceDays = 0,
    IReadOnlyList<CurveStep>? Curve = null,
    IReadOnlyList<Season>? Seasons = null,
    IReadOnlyDictionary<string, PolicyOverride>? Segments = null)
{
    /// <summary>The policy of daily log-ins.</summary>
    public const string DailyLoginKey = "daily_login";

    /// <summary>What counts for a player on a day: the segment's word before the season's, and that before the policy's own.</summary>
    /// <param name="day">The reward day's date.</param>
    /// <param name="segmentKey">The player's segment; null, or one that the policy does not name, for none.</param>
    /// <returns>The terms.</returns>
    public PolicyTerms TermsFor(DateOnly day, string? segmentKey)
    {
        var season = SeasonOf(day);
        var segment = segmentKey is null ? null : Segments?.GetValueOrDefault(segmentKey);
        return new(
            segment?.BaseXp ?? season?.Overrides?.BaseXp ?? BaseXp,
            segment?.GraceDays ?? season?.Overrides?.GraceDays ?? GraceDays,
            segment?.Curve ?? season?.Overrides?.Curve ?? Curve ?? [],
            season?.Id);
    }

    /// <summary>The season that a day is in.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Null between seasons.</returns>
    public Season? SeasonOf(DateOnly day) => Seasons?.FirstOrDefault(season => season.From <= day && day <= season.Through);
}
