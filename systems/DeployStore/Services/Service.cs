using Dowel.Data;

namespace DeployStore;

/// <summary>Something that runs now; the row goes when it stops.</summary>
/// <param name="Id">The instance's id, made by the tool.</param>
/// <param name="Name">The service; one instance of each is active.</param>
/// <param name="DeploymentId">The deployment that it came from, which cannot be deleted meanwhile.</param>
/// <param name="Status">How it is.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="UpdatedAt">When its status was last looked at.</param>
[Table("services")]
public sealed record Service(
    [Key] string Id,
    [Unique(Name = "services_name_key")] string Name,
    [Index, References<Deployment>] string DeploymentId,
    [Default("'starting'")] ServiceStatus Status,
    [UnixSeconds] DateTimeOffset StartedAt,
    [UnixSeconds] DateTimeOffset UpdatedAt);
