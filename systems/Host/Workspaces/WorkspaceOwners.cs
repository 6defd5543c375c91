using Microsoft.Extensions.Caching.Memory;
using Workspaces;

namespace SystemsHost;

/// <summary>Who is who in the workspaces. A user keeps an id for ever, so it is asked for once in a while, not with every request.</summary>
/// <param name="users">The users.</param>
/// <param name="clock">The time.</param>
internal sealed class WorkspaceOwners(IUserRepository users, TimeProvider clock) : IDisposable
{
    private const int UsersMax = 10_000;

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5); // how late `last_seen_at` may be

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = UsersMax });

    /// <summary>Finds a user by the subject of a token, made where there is none.</summary>
    /// <param name="subject">Who the token is of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user's id here.</returns>
    public async ValueTask<UserId> FindAsync(string subject, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(subject, out UserId known))
        {
            return known;
        }

        var user = await users.GetOrAddAsync(subject, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return _known.Set(subject, user.Id, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = SeenEvery });
    }

    /// <inheritdoc/>
    public void Dispose() => _known.Dispose();
}
