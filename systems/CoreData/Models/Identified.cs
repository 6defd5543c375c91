namespace CoreData;

/// <summary>Who an access token is of, with one of the user's roles.</summary>
/// <param name="TokenHash">What the token is known by.</param>
/// <param name="SessionId">The login that it belongs to.</param>
/// <param name="UserId">The user.</param>
/// <param name="Email">The user's address.</param>
/// <param name="DisplayName">What to call the user.</param>
/// <param name="Role">A role; null for a user who has none.</param>
public sealed record Identified(string TokenHash, SessionId SessionId, UserId UserId, string Email, string DisplayName, string? Role);
