using Dowel.Data;

namespace Workspaces;

/// <summary>Logins.</summary>
[Repository<UserSession>(OrderBy = ["-" + nameof(UserSession.CreatedAt)])]
public sealed partial class SessionRepository
{
    /// <summary>Finds a login that is still good.</summary>
    /// <param name="tokenHash">What its token is known by.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The login, which tells who acts; null where there is none, or it has expired.</returns>
    [Unowned("Who acts becomes known by it.")]
    [Query("select {columns} from {sessions} where token_hash = @tokenHash and expires_at > @now")]
    public partial ValueTask<UserSession?> FindLiveAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Clears away what has expired.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there were.</returns>
    [Unowned("It is done for all users at once, by nobody.")]
    [Delete(Where = "expires_at <= @now")]
    public partial ValueTask<long> DeleteExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Logs the owner out everywhere.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many logins there were.</returns>
    [Delete(Where = "true")]
    public partial ValueTask<long> DeleteAllAsync(UserId owner, CancellationToken cancellationToken = default);
}
