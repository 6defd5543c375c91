namespace PlayerEngagement;

/// <summary>What became of a wish for another zone.</summary>
/// <param name="Status">Whether a change is under way, or why not.</param>
/// <param name="RewardTz">The zone that counts now; null for a user who is not enrolled.</param>
/// <param name="PendingTz">The zone that will count; null for none.</param>
/// <param name="AppliesAt">When it counts, unless another award comes first, from which the wait begins again.</param>
public sealed record ZoneChangeResult(ZoneChangeStatus Status, string? RewardTz = null, string? PendingTz = null, DateTimeOffset? AppliesAt = null);
