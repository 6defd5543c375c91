using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>How streaks grow and end.</summary>
/// <param name="Model">The name of an <see cref="IStreakModel"/>.</param>
/// <param name="Options">What that model wants to know; null for its defaults.</param>
public sealed record StreakRules(string Model, JsonObject? Options = null);
