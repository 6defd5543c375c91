namespace PlayerEngagement;

/// <summary>What is different in a season or for a segment; null leaves it as it is.</summary>
/// <param name="BaseXp">Experience points for a claim.</param>
/// <param name="GraceDays">How many missed days a streak forgives.</param>
/// <param name="Curve">What a streak's length makes of the base.</param>
public sealed record PolicyOverride(long? BaseXp = null, int? GraceDays = null, IReadOnlyList<CurveStep>? Curve = null);
