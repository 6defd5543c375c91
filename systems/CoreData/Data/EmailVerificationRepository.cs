using Dowel.Data;

namespace CoreData;

/// <summary>The addresses that were shown to be read.</summary>
[Repository<EmailVerification>]
public sealed partial class EmailVerificationRepository
{
    /// <summary>Notes that a user reads the address that the account has now.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="verifiedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it was known.</returns>
    [Query("""
        insert into email_verifications (user_id, email, verified_at)
        select user_id, email, @verifiedAt from users where user_id = @userId and disabled_at is null
        on conflict (user_id, email) do nothing
        """)]
    public partial ValueTask<bool> VerifyAsync(UserId userId, DateTimeOffset verifiedAt, CancellationToken cancellationToken = default);

    /// <summary>Of some users, finds those who were shown to read the address that they have now.</summary>
    /// <param name="userIds">The users.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Those who were.</returns>
    [Query("""
        select u.user_id from users u join email_verifications v on v.user_id = u.user_id and v.email = u.email
        where u.user_id in (@userIds)
        """)]
    public partial ValueTask<IReadOnlyList<UserId>> VerifiedAsync(IReadOnlyCollection<UserId> userIds, CancellationToken cancellationToken = default);
}
