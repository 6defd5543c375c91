using Dowel.Data;

namespace DeployStore;

/// <summary>The deployments, the newest first.</summary>
[Repository<Deployment>(OrderBy = ["-" + nameof(Deployment.CreatedAt)])]
public sealed partial class DeploymentRepository
{
    /// <summary>Lists deployments, the newest first.</summary>
    /// <param name="name">Of this service; null for all.</param>
    /// <param name="status">In this state; null for all.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A page.</returns>
    [Query("""
        select {columns} from deployments
        where true {? and name = @name} {? and status = @status}
        order by created_at desc, id
        """)]
    public partial ValueTask<Page<Deployment>> SearchAsync(
        string? name, DeploymentStatus? status, PageRequest page, CancellationToken cancellationToken = default);

    /// <summary>Takes the deployment that has waited longest and starts it.</summary>
    /// <param name="startedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The deployment, which nobody else has been given; null where none waits.</returns>
    [Query(
        Sqlite = """
            update deployments set status = 'running', started_at = @startedAt
            where id = (select id from deployments where status = 'pending' order by created_at, id limit 1)
            returning {columns}
            """,
        Postgres = """
            update deployments set status = 'running', started_at = @startedAt
            where id = (
                select id from deployments where status = 'pending' order by created_at, id limit 1 for update skip locked)
            returning {columns}
            """)]
    public partial ValueTask<Deployment?> StartNextAsync(DateTimeOffset startedAt, CancellationToken cancellationToken = default);

    /// <summary>Notes how a deployment ended that was under way.</summary>
    /// <param name="id">The deployment.</param>
    /// <param name="status">How.</param>
    /// <param name="failure">Why it failed; null unless it did.</param>
    /// <param name="finishedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it was not under way.</returns>
    [Query("""
        update deployments set status = @status, failure = @failure, finished_at = @finishedAt
        where id = @id and status = 'running'
        """)]
    public partial ValueTask<bool> FinishAsync(
        string id, DeploymentStatus status, string? failure, DateTimeOffset finishedAt, CancellationToken cancellationToken = default);

    /// <summary>Stops a deployment that is not over.</summary>
    /// <param name="id">The deployment.</param>
    /// <param name="finishedAt">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False where it is over, or was never asked for.</returns>
    [Query("""
        update deployments set status = 'cancelled', finished_at = @finishedAt
        where id = @id and status in ('pending', 'running')
        """)]
    public partial ValueTask<bool> CancelAsync(string id, DateTimeOffset finishedAt, CancellationToken cancellationToken = default);

    /// <summary>Lists what runs now and where it came from.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Each service with its deployment, by name.</returns>
    [Query("""
        select s.name, s.status, d.id, d.created_by, d.created_at
        from services s join deployments d on d.id = s.deployment_id
        order by s.name
        """)]
    public partial IAsyncEnumerable<LiveService> LiveAsync(CancellationToken cancellationToken = default);
}
