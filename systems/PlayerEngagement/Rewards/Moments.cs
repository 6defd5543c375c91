namespace PlayerEngagement;

/// <summary>Time as the databases keep it.</summary>
internal static class Moments
{
    /// <summary>The time in UTC, in whole microseconds: what is answered is then what is read later.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
