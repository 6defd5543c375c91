using Dowel.Data;
using PlayerEngagement;

namespace Dowel.Engagement;

/// <summary>A persistence service of a host's own, over a database that it has already.</summary>
internal sealed class LossyService(Database database) : IPlayerEngagementDbmService
{
    public LossyDatabase Lossy { get; } = new(database);

    public Database Database => Lossy;

    public ValueTask<DatabaseHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => database.CheckHealthAsync(cancellationToken);
}
