namespace CoreData;

/// <summary>A secret on its way to its user.</summary>
/// <param name="Purpose">What the secret is good for.</param>
/// <param name="Email">Where to.</param>
/// <param name="DisplayName">What to call the user.</param>
/// <param name="Secret">The token; printing the message does not show it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when the secret is good.</param>
public sealed record Message(
    TokenPurpose Purpose, string Email, string DisplayName, TokenSecret Secret, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
