using Dowel.Data;

namespace CoreData;

/// <summary>The tokens, of which only hashes are known.</summary>
[Repository<UserToken>]
public sealed partial class TokenRepository
{
    /// <summary>Uses a token up. Of any number who try at once, one succeeds.</summary>
    /// <param name="tokenHash">What the token is known by.</param>
    /// <param name="purpose">What it must be good for.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The token; null where there is none that is good for this any more.</returns>
    [Query("""
        update user_tokens set used_at = @now
        where token_hash = @tokenHash and purpose = @purpose and used_at is null and expires_at > @now
        returning {columns}
        """)]
    public partial ValueTask<UserToken?> UseAsync(string tokenHash, TokenPurpose purpose, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Looks whether a token could be used up, and leaves it as it is.</summary>
    /// <param name="tokenHash">What the token is known by.</param>
    /// <param name="purpose">What it must be good for.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>True where it could.</returns>
    [Query("""
        select exists (
            select 1 from user_tokens
            where token_hash = @tokenHash and purpose = @purpose and used_at is null and expires_at > @now)
        """)]
    public partial ValueTask<bool> IsGoodAsync(string tokenHash, TokenPurpose purpose, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Finds out who an access token is of.</summary>
    /// <param name="tokenHash">What the token is known by.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user once for each role, or without one; nothing where the token, its login or its user is not good any more.</returns>
    [Query("""
        select t.token_hash, s.session_id, u.user_id, u.email, u.display_name, r.role
        from user_tokens t
        join session_tokens st on st.token_id = t.token_id
        join sessions s on s.session_id = st.session_id
        join users u on u.user_id = t.user_id
        left join user_roles r on r.user_id = u.user_id
        where t.token_hash = @tokenHash and t.purpose = 'access' and t.used_at is null and t.expires_at > @now
          and s.revoked_at is null and u.disabled_at is null
        order by r.role
        """)]
    public partial ValueTask<IReadOnlyList<Identified>> IdentifyAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Looks whether a user was handed out a token of late.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="purpose">What it is good for.</param>
    /// <param name="since">Since when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>True where one was.</returns>
    [Query("select exists (select 1 from user_tokens where user_id = @userId and purpose = @purpose and created_at > @since)")]
    public partial ValueTask<bool> WasIssuedAsync(UserId userId, TokenPurpose purpose, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Takes back what a user has not used.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="purpose">Of which purpose.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there were.</returns>
    [Delete(Where = "user_id = @userId and purpose = @purpose and used_at is null")]
    public partial ValueTask<long> DiscardAsync(UserId userId, TokenPurpose purpose, CancellationToken cancellationToken = default);

    /// <summary>Clears away what has expired.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there were.</returns>
    [Delete(Where = "expires_at <= @now")]
    public partial ValueTask<long> DeleteExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
