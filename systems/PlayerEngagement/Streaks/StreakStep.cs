using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>What a claim made of a streak.</summary>
/// <param name="Current">Its length, from 0.</param>
/// <param name="GraceUsed">How many missed days are forgiven in it, from 0.</param>
/// <param name="StreakDay">The day that the policy's curve goes by, from 0; mostly the length.</param>
/// <param name="Memory">What the model wants to know next time, without a member called <c>model</c>.</param>
public sealed record StreakStep(int Current, int GraceUsed, int StreakDay, JsonObject Memory);
