namespace PlayerEngagement;

/// <summary>A stretch of days whose experience is also counted by itself.</summary>
/// <param name="Id">The season's id, for the ledger.</param>
/// <param name="From">Its first day, in each player's own zone.</param>
/// <param name="Through">Its last day.</param>
/// <param name="Overrides">What is different in it; null for nothing.</param>
public sealed record Season(string Id, DateOnly From, DateOnly Through, PolicyOverride? Overrides = null);
