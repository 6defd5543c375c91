using Dowel.Data;

namespace Workspaces;

/// <summary>The users. They own and are not owned: a user is found before anybody can act.</summary>
[Repository<User>(OrderBy = [nameof(User.ExternalId)])]
public sealed partial class UserRepository
{
    /// <summary>Finds the user of a known token, who is made at the first request.</summary>
    /// <param name="externalId">The user's id with whoever issued the token.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user; however many requests are the first at once, it is one.</returns>
    public ValueTask<User> GetOrAddAsync(string externalId, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        SeeAsync(new(Guid.CreateVersion7()), externalId, now, cancellationToken);

    [Query("""
        insert into users (id, external_id, created_at, last_seen_at) values (@id, @externalId, @createdAt, @createdAt)
        on conflict (external_id) do update
        set last_seen_at = case when excluded.last_seen_at > users.last_seen_at then excluded.last_seen_at else users.last_seen_at end
        returning {columns}
        """)]
    private partial ValueTask<User> SeeAsync(UserId id, string externalId, DateTimeOffset createdAt, CancellationToken cancellationToken);
}
