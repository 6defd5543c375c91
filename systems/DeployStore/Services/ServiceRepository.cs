using Dowel.Data;

namespace DeployStore;

/// <summary>What runs now. An upsert goes by the service's name: the new instance takes the place of the old.</summary>
[Repository<Service>(Upsert = [nameof(Service.Name)], OrderBy = [nameof(Service.Name)])]
public sealed partial class ServiceRepository
{
    /// <summary>Notes how a service is.</summary>
    /// <param name="name">The service.</param>
    /// <param name="status">How it is.</param>
    /// <param name="updatedAt">When that was seen.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it does not run.</returns>
    [Query("update services set status = @status, updated_at = @updatedAt where name = @name")]
    public partial ValueTask<bool> SetStatusAsync(
        string name, ServiceStatus status, DateTimeOffset updatedAt, CancellationToken cancellationToken = default);

    /// <summary>Notes that a service has stopped.</summary>
    /// <param name="name">The service.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it did not run.</returns>
    [Query("delete from services where name = @name")]
    public partial ValueTask<bool> StopAsync(string name, CancellationToken cancellationToken = default);
}
