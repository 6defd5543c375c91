using Dowel.Data;

namespace CoreData;

/// <summary>The logins.</summary>
[Repository<LoginSession>]
public sealed partial class SessionRepository
{
    /// <summary>Finds the login that a token belongs to.</summary>
    /// <param name="tokenId">The token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The login; null for a token that was sent by message.</returns>
    [Query("select {columns:s} from sessions s join session_tokens t on t.session_id = s.session_id where t.token_id = @tokenId")]
    public partial ValueTask<LoginSession?> FindOfTokenAsync(long tokenId, CancellationToken cancellationToken = default);

    /// <summary>Closes a login.</summary>
    /// <param name="sessionId">The login.</param>
    /// <param name="revokedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it is closed already.</returns>
    [Query("update sessions set revoked_at = @revokedAt where session_id = @sessionId and revoked_at is null")]
    public partial ValueTask<bool> RevokeAsync(SessionId sessionId, DateTimeOffset? revokedAt, CancellationToken cancellationToken = default);

    /// <summary>Closes the logins of a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="except">One that stays open; null for none.</param>
    /// <param name="revokedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many were open.</returns>
    [Query("update sessions set revoked_at = @revokedAt where user_id = @userId and revoked_at is null {? and session_id <> @except }")]
    public partial ValueTask<long> RevokeAllAsync(UserId userId, SessionId? except, DateTimeOffset? revokedAt, CancellationToken cancellationToken = default);

    /// <summary>Clears away logins whose last token has been cleared away.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there were.</returns>
    [Query("delete from sessions where not exists (select 1 from session_tokens t where t.session_id = sessions.session_id)")]
    public partial ValueTask<long> DeleteEmptyAsync(CancellationToken cancellationToken = default);
}
