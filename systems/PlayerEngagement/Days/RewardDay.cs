using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PlayerEngagement;

/// <summary>A day that can be rewarded: a local date, and the zone that it is a date of.</summary>
/// <param name="Date">The date.</param>
/// <param name="Zone">The IANA zone.</param>
public readonly record struct RewardDay(DateOnly Date, string Zone)
{
    private const string DateFormat = "yyyy-MM-dd";
    private const char Separator = '@';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="id">The id: <c>2026-11-21@Europe/Berlin</c>.</param>
    /// <param name="day">The day.</param>
    /// <returns>False where it is none.</returns>
    public static bool TryParse([NotNullWhen(true)] string? id, out RewardDay day)
    {
        day = default;
        if (id is null || id.Length <= DateFormat.Length + 1 || id[DateFormat.Length] != Separator
            || !DateOnly.TryParseExact(id.AsSpan(0, DateFormat.Length), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        day = new(date, id[(DateFormat.Length + 1)..]);
        return true;
    }

    /// <summary>The id, which sorts by date.</summary>
    /// <returns><c>2026-11-21@Europe/Berlin</c>.</returns>
    public override string ToString() => $"{Date.ToString(DateFormat, CultureInfo.InvariantCulture)}{Separator}{Zone}";
}
