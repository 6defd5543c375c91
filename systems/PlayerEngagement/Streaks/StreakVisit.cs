using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>A claim, as a streak model sees it.</summary>
/// <param name="Day">The date of the reward day.</param>
/// <param name="MissedDays">
/// How many days the player could have claimed since the last award and did not; dates that the zone or a change of zones skipped are none.
/// </param>
/// <param name="GraceDays">How many missed days the policy forgives.</param>
/// <param name="Options">The policy's options for the model; null for none.</param>
public sealed record StreakVisit(DateOnly Day, int MissedDays, int GraceDays, JsonObject? Options);
