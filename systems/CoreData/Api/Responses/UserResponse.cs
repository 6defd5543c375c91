namespace CoreData;

/// <summary>A user.</summary>
/// <param name="Id">The user's number.</param>
/// <param name="Email">Where to write to.</param>
/// <param name="DisplayName">What to call the user.</param>
/// <param name="EmailVerified">Whether the user has shown to read the address.</param>
/// <param name="Roles">The names of the user's roles.</param>
/// <param name="DisabledAt">Since when the user is locked out; null who is not.</param>
/// <param name="CreatedAt">When the user was registered.</param>
public sealed record UserResponse(
    long Id, string Email, string DisplayName, bool EmailVerified, IReadOnlyList<string> Roles, DateTimeOffset? DisabledAt, DateTimeOffset CreatedAt)
{
    /// <summary>Writes down a user.</summary>
    /// <param name="details">The user.</param>
    /// <returns>What others may see.</returns>
    internal static UserResponse Of(UserDetails details) => new(
        details.User.UserId.Value, details.User.Email, details.User.DisplayName, details.IsEmailVerified, details.Roles, details.User.DisabledAt, details.User.CreatedAt);
}
