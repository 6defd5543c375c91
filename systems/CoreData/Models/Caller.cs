namespace CoreData;

/// <summary>Who sends a request, by which login.</summary>
/// <param name="UserId">The user.</param>
/// <param name="SessionId">The login.</param>
public readonly record struct Caller(UserId UserId, SessionId SessionId);
