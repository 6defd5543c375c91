using PlayerEngagement;

namespace SystemsHost;

/// <summary>Something that happened to a player's time zone.</summary>
/// <param name="Event">What happened.</param>
/// <param name="FromTz">The zone that counted.</param>
/// <param name="ToTz">The zone that was asked for.</param>
/// <param name="EffectiveAt">Where it was applied, since when the new zone counts; else when it was to count at the earliest.</param>
/// <param name="CreatedAt">When it was noted.</param>
internal sealed record ZoneView(ZoneEventKind Event, string FromTz, string ToTz, DateTimeOffset EffectiveAt, DateTimeOffset CreatedAt)
{
    /// <summary>Shows an event.</summary>
    /// <param name="change">The event.</param>
    /// <returns>What its player sees.</returns>
    public static ZoneView Of(ZoneEvent change) => new(change.Event, change.FromTz, change.ToTz, change.EffectiveAt, change.CreatedAt);
}
