namespace PlayerEngagement;

/// <summary>Which zone counts for a player, now that a change may be under way. Pure.</summary>
/// <param name="RewardTz">The zone that counted.</param>
/// <param name="PendingTz">The zone that will count; null for none.</param>
/// <param name="PendingFrom">When it counts at the earliest.</param>
/// <param name="LastAwardedAt">When the last award was made; null before the first.</param>
/// <remarks>
/// The wait after the last award is not fixed when a change is asked for: who claims once more in the old zone meanwhile waits again.
/// So two awards with a change between them are never closer than <see cref="Wait"/>.
/// </remarks>
internal readonly record struct ZoneClock(string RewardTz, string? PendingTz, DateTimeOffset? PendingFrom, DateTimeOffset? LastAwardedAt)
{
    /// <summary>How long after the last award a change waits at least.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromHours(20);

    /// <summary>When the change that is under way takes effect as things stand; null where there is none.</summary>
    public DateTimeOffset? AppliesAt
    {
        get
        {
            var waited = LastAwardedAt + Wait;
            return waited > PendingFrom ? waited : PendingFrom;
        }
    }

    /// <summary>The zone that counts at a moment, and since when where the change has come about.</summary>
    public (string Zone, DateTimeOffset? AppliedAt) At(DateTimeOffset now) =>
        PendingTz is { } pending && AppliesAt is { } at && at <= now ? (pending, at) : (RewardTz, null);
}
