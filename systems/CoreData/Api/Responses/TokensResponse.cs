namespace CoreData;

/// <summary>What a login gives.</summary>
/// <param name="UserId">Who logged in.</param>
/// <param name="TokenType">How the access token is sent: <c>Bearer</c>.</param>
/// <param name="AccessToken">Opens the service.</param>
/// <param name="AccessExpiresAt">Until when.</param>
/// <param name="RefreshToken">Is exchanged for a new pair, once; a second time closes the login.</param>
/// <param name="RefreshExpiresAt">Until when.</param>
public sealed record TokensResponse(
    long UserId, string TokenType, string AccessToken, DateTimeOffset AccessExpiresAt, string RefreshToken, DateTimeOffset RefreshExpiresAt)
{
    /// <summary>Writes down tokens, for the one they were made for.</summary>
    /// <param name="pair">The tokens.</param>
    /// <returns>Their texts.</returns>
    internal static TokensResponse Of(TokenPair pair) => new(
        pair.UserId.Value, CoreDataTokens.Scheme, pair.Access.Reveal(), pair.AccessExpiresAt, pair.Refresh.Reveal(), pair.RefreshExpiresAt);

    // Printed they would reach a log.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append($"{nameof(UserId)} = {UserId}");
        return true;
    }
}
