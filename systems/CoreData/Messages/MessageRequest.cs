namespace CoreData;

/// <summary>Somebody's wish for a token by message.</summary>
/// <param name="Purpose">What it is to be good for.</param>
/// <param name="Email">The address, which may be nobody's.</param>
public readonly record struct MessageRequest(TokenPurpose Purpose, string Email);
