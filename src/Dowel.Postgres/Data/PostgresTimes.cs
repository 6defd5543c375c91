namespace Dowel.Postgres;

/// <summary>Times as the server counts them, over all of .NET's range. Pure.</summary>
/// <remarks>
/// Microseconds or days since 2000-01-01 (PostgreSQL 18 docs, 8.5 and appendix B). Npgsql's own conversions turn the ends of .NET's range into
/// infinity, so its raw numbers are used instead.
/// </remarks>
internal static class PostgresTimes
{
    private const long EpochMicroseconds = 63_082_281_600_000_000;
    private const long LastMicroseconds = 315_537_897_599_999_999;
    private const int EpochDay = 730_119;
    private const long DayMicroseconds = TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond;
    private const long SpanMicrosecondsMax = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    /// <summary>A <c>timestamptz</c> of a moment's ticks in UTC, cut to the microsecond.</summary>
    public static long ToTimestamp(long utcTicks) => (utcTicks / TimeSpan.TicksPerMicrosecond) - EpochMicroseconds;

    /// <summary>The ticks in UTC of a <c>timestamptz</c>; null for infinity and years that .NET does not have.</summary>
    public static long? FromTimestamp(long microseconds) =>
        microseconds is >= -EpochMicroseconds and <= LastMicroseconds - EpochMicroseconds
            ? (microseconds + EpochMicroseconds) * TimeSpan.TicksPerMicrosecond
            : null;

    /// <summary>A <c>date</c>.</summary>
    public static int ToDate(DateOnly day) => day.DayNumber - EpochDay;

    /// <summary>The day of a <c>date</c>; null for infinity and years that .NET does not have.</summary>
    public static DateOnly? FromDate(int days) =>
        (long)days + EpochDay is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;

    /// <summary>A <c>time</c>, cut to the microsecond.</summary>
    public static long ToTime(TimeOnly time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of a <c>time</c>; null for 24:00, which .NET does not have.</summary>
    public static TimeOnly? FromTime(long microseconds) =>
        microseconds is >= 0 and < DayMicroseconds ? new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond) : null;

    /// <summary>The microseconds of an <c>interval</c> of no months and no days.</summary>
    public static long ToInterval(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The length of an <c>interval</c>; null where it has months, which have no fixed length, or is too long.</summary>
    public static TimeSpan? FromInterval(int months, int days, long microseconds)
    {
        var all = ((Int128)days * DayMicroseconds) + microseconds;
        return months == 0 && all >= -SpanMicrosecondsMax && all <= SpanMicrosecondsMax
            ? new TimeSpan((long)all * TimeSpan.TicksPerMicrosecond)
            : null;
    }
}
