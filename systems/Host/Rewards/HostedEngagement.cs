using Dowel.Data;
using PlayerEngagement;

namespace SystemsHost;

/// <summary>Player engagement over a database that the host migrates and watches like all others.</summary>
/// <param name="database">The database.</param>
internal sealed class HostedEngagement([FromKeyedServices(SystemNames.PlayerEngagement)] Database database) : IPlayerEngagementDbmService
{
    /// <inheritdoc/>
    public Database Database => database;

    /// <inheritdoc/>
    public ValueTask<DatabaseHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => database.CheckHealthAsync(cancellationToken);
}
