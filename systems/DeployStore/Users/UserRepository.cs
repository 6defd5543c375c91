using Dowel.Data;

namespace DeployStore;

/// <summary>The users, in the order of their email.</summary>
[Repository<User>(OrderBy = [nameof(User.Email)])]
public sealed partial class UserRepository
{
    /// <summary>Gives a user another role.</summary>
    /// <param name="id">The user.</param>
    /// <param name="role">The new role.</param>
    /// <param name="updatedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such user.</returns>
    [Query("update users set role = @role, updated_at = @updatedAt where id = @id")]
    public partial ValueTask<bool> SetRoleAsync(string id, Role role, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);

    /// <summary>Counts the users of a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there are.</returns>
    [Query("select count(*) from users where role = @role")]
    public partial ValueTask<long> CountOfAsync(Role role, CancellationToken cancellationToken = default);
}
