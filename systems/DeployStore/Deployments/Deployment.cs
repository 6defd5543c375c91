using Dowel.Data;

namespace DeployStore;

/// <summary>Something that was, is or will be deployed.</summary>
/// <param name="Id">The deployment's id, made by the tool.</param>
/// <param name="Name">The service that it is of.</param>
/// <param name="Config">What is to run.</param>
/// <param name="Status">How it is doing.</param>
/// <param name="Failure">Why it failed; null unless it did.</param>
/// <param name="CreatedBy">The user who asked for it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
[Table("deployments")]
[Index(nameof(CreatedAt), nameof(Id)), Index(nameof(Name), nameof(CreatedAt)), Index(nameof(Status), nameof(CreatedAt))]
public sealed record Deployment(
    [Key] string Id,
    [InsertOnly] string Name,
    [InsertOnly, Json(typeof(DeployStoreJson))] DeploymentConfig Config,
    [Default("'pending'")] DeploymentStatus Status,
    string? Failure,
    [InsertOnly, Index, References<User>] string CreatedBy,
    [InsertOnly, UnixSeconds] DateTimeOffset CreatedAt,
    [UnixSeconds] DateTimeOffset? StartedAt = null,
    [UnixSeconds] DateTimeOffset? FinishedAt = null);
