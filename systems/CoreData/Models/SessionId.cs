namespace CoreData;

/// <summary>Names a login.</summary>
/// <param name="Value">The login's number.</param>
public readonly record struct SessionId(long Value);
