namespace Workspaces;

/// <content>What is not generated.</content>
public partial interface IUserRepository
{
    /// <summary>Finds the user of a known token, who is made at the first request.</summary>
    /// <param name="externalId">The user's id with whoever issued the token.</param>
    /// <param name="now">The time of the request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The user; however many requests are the first at once, it is one.</returns>
    ValueTask<User> GetOrAddAsync(string externalId, DateTimeOffset now, CancellationToken cancellationToken = default);
}
