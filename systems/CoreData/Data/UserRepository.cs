using Dowel.Data;

namespace CoreData;

/// <summary>The users, in the order in which they registered.</summary>
[Repository<User>]
public sealed partial class UserRepository
{
    /// <summary>Looks whether there is any user.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False on an empty database.</returns>
    [Query("select exists (select 1 from users)")]
    public partial ValueTask<bool> AnyAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds a user by the address.</summary>
    /// <param name="email">The address, as <see cref="EmailText.Normalize"/> leaves it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user; null where the address is free.</returns>
    [Query("select {columns} from users where lower(email) = lower(@email)")]
    public partial ValueTask<User?> FindByEmailAsync(string email, CancellationToken cancellationToken = default);

    /// <summary>Lists users.</summary>
    /// <param name="pattern">What address or name are like, in small letters, with <c>!</c> before a sign that means itself; null for all.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page.</returns>
    [Query("select {columns} from users where true {? and (email like @pattern escape '!' or lower(display_name) like @pattern escape '!') }")]
    public partial ValueTask<CursorPage<User>> SearchAsync(string? pattern, CursorRequest page, CancellationToken cancellationToken = default);

    /// <summary>Writes a password's hash where it is still what was read, and the user may log in.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="readHash">The hash that was read.</param>
    /// <param name="passHash">The hash to be.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where somebody else was faster; where true, nobody else changes the user before the transaction ends.</returns>
    [Query("update users set pass_hash = @passHash where user_id = @userId and pass_hash = @readHash and disabled_at is null")]
    public partial ValueTask<bool> ReplacePassHashAsync(UserId userId, string readHash, string passHash, CancellationToken cancellationToken = default);

    /// <summary>Gives a user another password.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="passHash">What is kept of it.</param>
    /// <param name="updatedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such user, or a locked out one.</returns>
    [Query("update users set pass_hash = @passHash, updated_at = @updatedAt where user_id = @userId and disabled_at is null")]
    public partial ValueTask<bool> SetPassHashAsync(UserId userId, string passHash, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);

    /// <summary>Locks a user out.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="disabledAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is nothing to change.</returns>
    [Query("update users set disabled_at = @disabledAt, updated_at = @disabledAt where user_id = @userId and disabled_at is null")]
    public partial ValueTask<bool> DisableAsync(UserId userId, DateTimeOffset? disabledAt, CancellationToken cancellationToken = default);

    /// <summary>Lets a user in again.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="updatedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is nothing to change.</returns>
    [Query("update users set disabled_at = null, updated_at = @updatedAt where user_id = @userId and disabled_at is not null")]
    public partial ValueTask<bool> EnableAsync(UserId userId, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);
}
