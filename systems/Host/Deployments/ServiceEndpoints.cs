using DeployStore;
using Dowel.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>What runs now, over HTTP.</summary>
internal static class ServiceEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="store">Where they are.</param>
    public static void MapServices(this RouteGroupBuilder store)
    {
        var services = store.MapGroup("services");
        services.MapGet("", ListAsync).Requires(Right.Read).WithName("ListServices").WithSummary("List what runs, by name");
        services.MapGet("live", LiveAsync).Requires(Right.Read).WithName("ListLiveServices").WithSummary("List what runs and where it came from");
        services.MapPut("{name}", ReplaceAsync).Requires(Right.Deploy).WithName("ReplaceService").WithSummary("Put an instance in the place of what runs under a name")
            .ProducesProblem(StatusCodes.Status409Conflict);
        services.MapPatch("{name}", NoteAsync).Requires(Right.Deploy).WithName("NoteService").WithSummary("Note how a service is");
        services.MapDelete("{name}", StopAsync).Requires(Right.Deploy).WithName("StopService").WithSummary("Note that a service has stopped");
    }

    private static async Task<Ok<Items<Service>>> ListAsync(
        [AsParameters] Paging page, [FromServices] IServiceRepository services, CancellationToken cancellationToken)
    {
        var found = await services.ListAsync(page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(Items<Service>.Of(found, service => service));
    }

    private static Ok<IAsyncEnumerable<LiveService>> LiveAsync([FromServices] IDeploymentRepository deployments, CancellationToken cancellationToken) =>
        TypedResults.Ok(deployments.LiveAsync(cancellationToken));

    private static async Task<Results<Created, NoContent>> ReplaceAsync(
        string name, ServiceBody body, [FromServices] IServiceRepository services, [FromServices] TimeProvider clock, HttpContext context)
    {
        var now = clock.GetUtcNow();
        var service = new Service(Guid.CreateVersion7().ToString("N"), name, body.DeploymentId, body.Status, now, now);
        return await services.UpsertAsync(service, context.RequestAborted).ConfigureAwait(false) == UpsertResult.Inserted
            ? TypedResults.Created(context.Request.Path.ToUriComponent())
            : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound>> NoteAsync(
        string name, ServiceState state, [FromServices] IServiceRepository services, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        await services.SetStatusAsync(name, state.Status!.Value, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> StopAsync(
        string name, [FromServices] IServiceRepository services, CancellationToken cancellationToken) =>
        await services.StopAsync(name, cancellationToken).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound();
}
