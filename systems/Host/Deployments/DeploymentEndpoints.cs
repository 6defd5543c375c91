using DeployStore;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>Deployments over HTTP.</summary>
internal static class DeploymentEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="store">Where they are.</param>
    public static void MapDeployments(this RouteGroupBuilder store)
    {
        var deployments = store.MapGroup("deployments");
        deployments.MapGet("", SearchAsync).Requires(Right.Read).WithName("SearchDeployments").WithSummary("List deployments, the newest first");
        deployments.MapGet("history", HistoryAsync).Requires(Right.Read).WithName("DeploymentHistory").WithSummary("List all deployments from a place on, the newest first");
        deployments.MapGet("{id}", FindAsync).Requires(Right.Read).WithName("FindDeployment").WithSummary("Show a deployment");
        deployments.MapPost("", AddAsync).Requires(Right.Deploy).WithName("AddDeployment").WithSummary("Ask for a deployment");
        deployments.MapPost("next", StartNextAsync).Requires(Right.Deploy).WithName("StartNextDeployment").WithSummary("Start the deployment that has waited longest");
        deployments.MapPost("{id}/end", FinishAsync).Requires(Right.Deploy).WithName("EndDeployment").WithSummary("Note how a deployment ended");
        deployments.MapPost("{id}/cancel", CancelAsync).Requires(Right.Deploy).WithName("CancelDeployment").WithSummary("Stop a deployment that is not over");
        deployments.MapDelete("{id}", DeleteAsync).Requires(Right.Deploy).WithName("DeleteDeployment").WithSummary("Delete a deployment that no service runs from")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<CountedItems<Deployment>>> SearchAsync(
        [FromQuery] string? name,
        [FromQuery] Named<DeploymentStatus>? status,
        [AsParameters] OffsetPaging page,
        [FromServices] IDeploymentRepository deployments,
        CancellationToken cancellationToken)
    {
        var found = await deployments.SearchAsync(name, status?.Value, page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(CountedItems<Deployment>.Of(found, deployment => deployment));
    }

    private static async Task<Ok<Items<Deployment>>> HistoryAsync(
        [AsParameters] Paging page, [FromServices] IDeploymentRepository deployments, CancellationToken cancellationToken)
    {
        var found = await deployments.ListAsync(page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(Items<Deployment>.Of(found, deployment => deployment));
    }

    private static async Task<Results<Ok<Deployment>, NotFound>> FindAsync(
        string id, [FromServices] IDeploymentRepository deployments, CancellationToken cancellationToken) =>
        await deployments.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } deployment ? TypedResults.Ok(deployment) : TypedResults.NotFound();

    private static async Task<CreatedAtRoute<Deployment>> AddAsync(
        StoreUser user, DeploymentBody body, [FromServices] IDeploymentRepository deployments, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var config = new DeploymentConfig(body.Image, body.Replicas)
        {
            Environment = body.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Ports = [.. (body.Ports ?? []).Select(port => new PortMapping(port.Outside, port.Inside))],
        };
        var id = Guid.CreateVersion7().ToString("N");
        var asked = new Deployment(id, body.Name, config, DeploymentStatus.Pending, Failure: null, user.Id, clock.NowInSeconds());
        await deployments.InsertAsync(asked, cancellationToken).ConfigureAwait(false);
        return TypedResults.CreatedAtRoute(asked, "FindDeployment", new { id });
    }

    private static async Task<Results<Ok<Deployment>, NoContent>> StartNextAsync(
        [FromServices] IDeploymentRepository deployments, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        await deployments.StartNextAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) is { } started ? TypedResults.Ok(started) : TypedResults.NoContent();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> FinishAsync(
        string id, DeploymentEnd end, [FromServices] IDeploymentRepository deployments, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        var status = end.Succeeded == true ? DeploymentStatus.Succeeded : DeploymentStatus.Failed;
        return await deployments.FinishAsync(id, status, end.Failure, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : await NotAsync(id, "The deployment is not under way.", deployments, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> CancelAsync(
        string id, [FromServices] IDeploymentRepository deployments, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        await deployments.CancelAsync(id, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : await NotAsync(id, "The deployment is over.", deployments, cancellationToken).ConfigureAwait(false);

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        string id, [FromServices] IDeploymentRepository deployments, CancellationToken cancellationToken) =>
        await deployments.DeleteAsync(id, cancellationToken).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> NotAsync(
        string id, string because, IDeploymentRepository deployments, CancellationToken cancellationToken) =>
        await deployments.ExistsAsync(id, cancellationToken).ConfigureAwait(false)
            ? TypedResults.Problem(because, statusCode: StatusCodes.Status409Conflict)
            : TypedResults.NotFound();
}
