namespace CoreData;

/// <summary>A user with what other tables know.</summary>
/// <param name="User">The user.</param>
/// <param name="IsEmailVerified">Whether the user has shown to read the address.</param>
/// <param name="Roles">The names of the roles, in order.</param>
public sealed record UserDetails(User User, bool IsEmailVerified, IReadOnlyList<string> Roles);
