namespace GameAccounts;

/// <summary>The number that the database gives an account.</summary>
/// <param name="Value">The number, from one.</param>
public readonly record struct UserId(long Value);
