namespace CoreData;

/// <summary>What a login gives.</summary>
/// <param name="UserId">Who logged in.</param>
/// <param name="Access">Opens the service.</param>
/// <param name="AccessExpiresAt">Until when.</param>
/// <param name="Refresh">Is exchanged for a new pair, once.</param>
/// <param name="RefreshExpiresAt">Until when.</param>
public sealed record TokenPair(UserId UserId, TokenSecret Access, DateTimeOffset AccessExpiresAt, TokenSecret Refresh, DateTimeOffset RefreshExpiresAt);
