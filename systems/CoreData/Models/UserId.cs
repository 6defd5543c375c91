namespace CoreData;

/// <summary>Names a user.</summary>
/// <param name="Value">The user's number.</param>
public readonly record struct UserId(long Value);
