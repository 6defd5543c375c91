using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>How a streak stood after the last claim.</summary>
/// <param name="Current">Its length; 0 before the first claim.</param>
/// <param name="GraceUsed">How many missed days have been forgiven in it.</param>
/// <param name="Memory">What the model noted; empty before the first claim, and where another model made the last step.</param>
public sealed record StreakState(int Current, int GraceUsed, JsonObject Memory);
