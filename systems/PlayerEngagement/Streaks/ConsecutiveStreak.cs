using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>Days in a row. The policy's grace days bridge what is missed, all in all; one more and the streak begins again with day one.</summary>
public sealed class ConsecutiveStreak : IStreakModel
{
    /// <summary>The name that policies say.</summary>
    public const string ModelName = "consecutive";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(JsonObject? options) => options is { Count: > 0 } ? ["the consecutive model has none"] : [];

    /// <inheritdoc/>
    public StreakStep Advance(StreakState before, StreakVisit visit)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(visit);
        var used = before.GraceUsed + visit.MissedDays;
        var goesOn = before.Current > 0 && (visit.MissedDays == 0 || used <= visit.GraceDays);
        var current = goesOn ? before.Current + 1 : 1;
        return new(current, goesOn ? used : 0, current, []);
    }
}
