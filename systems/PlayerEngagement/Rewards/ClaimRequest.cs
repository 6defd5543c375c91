namespace PlayerEngagement;

/// <summary>A claim, and when it is looked at.</summary>
/// <param name="ExternalUserId">The user.</param>
/// <param name="CorrelationId">The request's id.</param>
/// <param name="PolicyKey">The policy.</param>
/// <param name="Now">When, in whole microseconds.</param>
internal readonly record struct ClaimRequest(string ExternalUserId, Guid CorrelationId, string PolicyKey, DateTimeOffset Now);
