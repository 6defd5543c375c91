using Dowel.Data;

namespace CoreData;

/// <summary>That a user is something.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Role">The role's name.</param>
/// <param name="GrantedAt">Since when.</param>
[Table("user_roles")]
public sealed record UserRole([Key] UserId UserId, [Key] string Role, DateTimeOffset GrantedAt);
