namespace PlayerEngagement;

/// <summary>From which day of a streak on how much is given.</summary>
/// <param name="FromDay">The streak's day, from 1.</param>
/// <param name="Percent">Of the base, from 1 to 100,000; what is left of a point is left out.</param>
public sealed record CurveStep(int FromDay, int Percent);
