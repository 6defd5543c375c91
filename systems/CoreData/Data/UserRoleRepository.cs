using Dowel.Data;

namespace CoreData;

/// <summary>Who is what.</summary>
[Repository<UserRole>]
public sealed partial class UserRoleRepository
{
    /// <summary>Lists the roles of some users.</summary>
    /// <param name="userIds">The users.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The roles, by user and name.</returns>
    [Query("select {columns} from user_roles where user_id in (@userIds) order by user_id, role")]
    public partial ValueTask<IReadOnlyList<UserRole>> OfAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken = default);

    /// <summary>Gives a user a role.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="role">The role.</param>
    /// <param name="grantedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where the user had it.</returns>
    [Query("insert into user_roles (user_id, role, granted_at) values (@userId, @role, @grantedAt) on conflict (user_id, role) do nothing")]
    public partial ValueTask<bool> GrantAsync(UserId userId, string role, DateTimeOffset grantedAt, CancellationToken cancellationToken = default);

    /// <summary>Looks whether anybody else has a role and may log in.</summary>
    /// <param name="role">The role.</param>
    /// <param name="userId">Who does not count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where nobody has.</returns>
    [Query("""
        select exists (
            select 1 from user_roles r join users u on u.user_id = r.user_id
            where r.role = @role and r.user_id <> @userId and u.disabled_at is null)
        """)]
    public partial ValueTask<bool> HasAnotherAsync(string role, UserId userId, CancellationToken cancellationToken = default);
}
