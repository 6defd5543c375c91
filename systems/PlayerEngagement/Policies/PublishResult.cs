namespace PlayerEngagement;

/// <summary>What became of a policy that was to be published.</summary>
/// <param name="Version">The version, which is not active yet; null where the policy has mistakes and was not published.</param>
/// <param name="Mistakes">What is wrong with it, each with its place in the document; empty where nothing is.</param>
public sealed record PublishResult(PolicyVersion? Version, IReadOnlyList<string> Mistakes);
