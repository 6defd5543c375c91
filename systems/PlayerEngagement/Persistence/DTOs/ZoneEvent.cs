using Dowel.Data;

namespace PlayerEngagement;

/// <summary>Something that happened to a player's zone.</summary>
/// <param name="HistoryId">The event's number; later events have higher ones.</param>
/// <param name="UserId">The player.</param>
/// <param name="Event">What happened.</param>
/// <param name="FromTz">The zone that counted.</param>
/// <param name="ToTz">The zone that was asked for.</param>
/// <param name="EffectiveAt">Applied: since when the new zone counts. Else: when it was to count at the earliest.</param>
/// <param name="CreatedAt">When this was noted.</param>
[Table("xp_zone_history"), Index(nameof(UserId), nameof(HistoryId), Name = "xp_zone_history_user_idx")]
public sealed record ZoneEvent(
    [Key, Identity] long HistoryId,
    [References<XpUser>(OnDelete = DeleteRule.Cascade)] long UserId,
    ZoneEventKind Event,
    string FromTz,
    string ToTz,
    DateTimeOffset EffectiveAt,
    DateTimeOffset CreatedAt);
