using Dowel.Data;

namespace GameAccounts;

/// <summary>Logins.</summary>
[Repository<PlayerSession>]
public sealed partial class SessionRepository
{
    /// <summary>Finds a login that is still good.</summary>
    /// <param name="token">What the client holds.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The login; null where there is none, or it has expired.</returns>
    [Query("select {columns} from sessions where token = @token and expires_at > @now")]
    public partial ValueTask<PlayerSession?> FindLiveAsync(
        string token, [UnixSeconds] DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Clears away what has expired.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many there were.</returns>
    [Query("delete from sessions where expires_at <= @now")]
    public partial ValueTask<long> DeleteExpiredAsync([UnixSeconds] DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Logs a player out everywhere.</summary>
    /// <param name="userId">The player.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many logins there were.</returns>
    [Query("delete from sessions where user_id = @userId")]
    public partial ValueTask<long> DeleteAllOfAsync(UserId userId, CancellationToken cancellationToken = default);
}
