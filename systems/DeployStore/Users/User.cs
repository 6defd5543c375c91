using Dowel.Data;

namespace DeployStore;

/// <summary>Someone who uses the tool.</summary>
/// <param name="Id">The user's id, made by the tool.</param>
/// <param name="Email">Who it is.</param>
/// <param name="Role">What they may do.</param>
/// <param name="CreatedAt">When they were added.</param>
/// <param name="UpdatedAt">When this was last changed.</param>
[Table("users")]
public sealed record User(
    [Key] string Id,
    [Unique(Name = "users_email_key")] string Email,
    [Default("'viewer'")] Role Role,
    [UnixSeconds, InsertOnly] DateTimeOffset CreatedAt,
    [UnixSeconds] DateTimeOffset UpdatedAt);
