using System.Diagnostics.CodeAnalysis;

namespace Dowel.Migrations;

/// <summary>Durations as directives and options spell them: <c>500ms</c>, <c>30s</c>, <c>2m</c>, <c>1h</c>, <c>0</c>.</summary>
/// <remarks>From 0 to 2,147,483,647 ms, the most that PostgreSQL's timeouts take.</remarks>
public static class DowelDuration
{
    /// <summary>What a duration looks like, for messages.</summary>
    public const string Examples = "500ms, 30s, 2m, 1h or 0";

    /// <summary>Reads a duration: a whole number and its unit, in any case, without a blank between; only 0 needs no unit.</summary>
    /// <returns>False where the text is none or is longer than the longest.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var number = digits < 0 ? text.AsSpan() : text.AsSpan(0, digits);
        var unit = text.AsSpan(number.Length);
        if (!int.TryParse(number, out var count) || MillisecondsIn(unit) is not { } milliseconds || (unit.IsEmpty && count != 0))
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(count * milliseconds);
        return count * milliseconds <= int.MaxValue;
    }

    private static long? MillisecondsIn(ReadOnlySpan<char> unit) => unit switch
    {
        "" => 0,
        _ when unit.Equals("ms", StringComparison.OrdinalIgnoreCase) => 1,
        _ when unit.Equals("s", StringComparison.OrdinalIgnoreCase) => 1_000,
        _ when unit.Equals("m", StringComparison.OrdinalIgnoreCase) => 60_000,
        _ when unit.Equals("h", StringComparison.OrdinalIgnoreCase) => 3_600_000,
        _ => null,
    };
}
