namespace PlayerEngagement;

/// <summary>What became of a claim.</summary>
/// <param name="Status">Whether it was granted, or why not.</param>
/// <param name="Receipt">The day's or the request's receipt; null where nothing was ever granted for it.</param>
public sealed record ClaimResult(ClaimStatus Status, Receipt? Receipt = null);
