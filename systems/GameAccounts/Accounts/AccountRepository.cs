using Dowel.Data;

namespace GameAccounts;

/// <summary>Accounts, found by number, email or user name.</summary>
[Repository<Account>]
public sealed partial class AccountRepository
{
    /// <summary>Notes that an account was used.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="lastLoginAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where there is no such account.</returns>
    [Query("update accounts set last_login_at = @lastLoginAt where user_id = @userId")]
    public partial ValueTask<bool> SetLastLoginAsync(UserId userId, DateTimeOffset lastLoginAt, CancellationToken cancellationToken = default);
}
