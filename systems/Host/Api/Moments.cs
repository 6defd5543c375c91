namespace SystemsHost;

/// <summary>The present as it is kept, so that what is answered now is what is read later.</summary>
internal static class Moments
{
    /// <summary>To the microsecond, which databases keep.</summary>
    /// <param name="clock">The time.</param>
    /// <returns>The moment.</returns>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>To the second, which the store of deployments keeps.</summary>
    /// <param name="clock">The time.</param>
    /// <returns>The moment.</returns>
    public static DateTimeOffset NowInSeconds(this TimeProvider clock) => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
}
