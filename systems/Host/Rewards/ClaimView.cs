using PlayerEngagement;

namespace SystemsHost;

/// <summary>The receipt of a claim.</summary>
/// <param name="Granted">Whether this very request was granted the day's reward, now or when it was first sent.</param>
/// <param name="Receipt">What was given, to it or to the claim that came before it.</param>
internal sealed record ClaimView(bool Granted, Receipt Receipt);
