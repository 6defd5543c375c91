using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>A streak that shrinks: a missed day that no grace bridges costs some days of it, but never the whole.</summary>
/// <remarks>
/// Options: <c>lossPerMissedDay</c>, from 1 to 1000, 1 by default; <c>graceRefillDays</c>, from 0 to 365: after so many claims without a miss
/// one used grace day is given back, and with 0, the default, none ever is.
/// </remarks>
public sealed class DecayingStreak : IStreakModel
{
    /// <summary>The name that policies say.</summary>
    public const string ModelName = "decaying";

    private const string Loss = "lossPerMissedDay";
    private const string Refill = "graceRefillDays";
    private const string Unbroken = "unbroken";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(JsonObject? options) =>
    [
        .. IsWithin(options, Loss, 1, 1000) ? Array.Empty<string>() : [$"{Loss} is from 1 to 1000"],
        .. IsWithin(options, Refill, 0, 365) ? Array.Empty<string>() : [$"{Refill} is from 0 to 365"],
        .. (options ?? []).Select(option => option.Key).Where(name => name is not (Loss or Refill)).Select(name => $"the decaying model has no '{name}'"),
    ];

    /// <inheritdoc/>
    public StreakStep Advance(StreakState before, StreakVisit visit)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(visit);
        var forgiven = Math.Min(visit.MissedDays, Math.Max(0, visit.GraceDays - before.GraceUsed));
        var lost = (long)(visit.MissedDays - forgiven) * Read(visit.Options, Loss, 1);
        var current = (int)Math.Max(1, before.Current + 1 - lost);
        var unbroken = visit.MissedDays > 0 ? 1 : Read(before.Memory, Unbroken, 0) + 1;
        var used = before.GraceUsed + forgiven;
        var refill = Read(visit.Options, Refill, 0);
        var isRefilled = refill > 0 && used > 0 && unbroken % refill == 0;
        return new(current, isRefilled ? used - 1 : used, current, new() { [Unbroken] = unbroken });
    }

    private static bool IsWithin(JsonObject? options, string name, int least, int most) =>
        options?[name] is not { } value || (value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<int>(out var number) && number >= least && number <= most);

    private static int Read(JsonObject? from, string name, int otherwise) =>
        from?[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
}
