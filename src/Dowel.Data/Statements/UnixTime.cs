namespace Dowel.Data;

/// <summary>Points in time that are stored as seconds; generated code reads columns of <see cref="UnixSecondsAttribute"/> by it.</summary>
public static class UnixTime
{
    private const long First = -62_135_596_800;
    private const long Last = 253_402_300_799;

    /// <summary>The point in time of a column's seconds.</summary>
    /// <param name="seconds">Seconds since 1970-01-01 in UTC.</param>
    /// <param name="ordinal">The column, from zero.</param>
    /// <returns>The point in time, in UTC.</returns>
    /// <exception cref="UnexpectedValueException">It is before the year 1 or after 9999, as milliseconds taken for seconds are.</exception>
    public static DateTimeOffset Read(long seconds, int ordinal) => seconds is >= First and <= Last
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : throw new UnexpectedValueException(ordinal, "seconds of a year from 1 to 9999", "out of that range");
}
