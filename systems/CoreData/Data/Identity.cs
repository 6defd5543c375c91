namespace CoreData;

/// <summary>Who sends a request.</summary>
/// <param name="UserId">The user.</param>
/// <param name="SessionId">The login.</param>
/// <param name="Email">The user's address.</param>
/// <param name="DisplayName">What to call the user.</param>
/// <param name="Roles">The names of the user's roles, in order.</param>
public sealed record Identity(UserId UserId, SessionId SessionId, string Email, string DisplayName, IReadOnlyList<string> Roles);
