using Dowel.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workspaces;

namespace SystemsHost;

/// <summary>The state of agents over HTTP; a project has one.</summary>
internal static class AgentEndpoints
{
    private const string OfProject = "projects/{id:guid}/agent";

    /// <summary>Adds the endpoints.</summary>
    /// <param name="workspaces">Where they are.</param>
    public static void MapAgents(this RouteGroupBuilder workspaces)
    {
        workspaces.MapGet("agents", WithStatusAsync).WithName("ListAgents").WithSummary("List projects whose agent is doing something");
        workspaces.MapGet(OfProject, FindAsync).WithName("FindAgent").WithSummary("Show how the agent of a project stands");
        workspaces.MapPut(OfProject, WriteAsync).WithName("WriteAgent").WithSummary("Write how the agent of a project stands");
        workspaces.MapDelete(OfProject, DeleteAsync).WithName("DeleteAgent").WithSummary("Forget the agent of a project");
    }

    private static async Task<Ok<IReadOnlyList<BusyProject>>> WithStatusAsync(
        WorkspaceOwner owner, [FromQuery] Named<AgentStatus> status, [FromServices] IAgentStateRepository agents, CancellationToken cancellationToken)
    {
        var found = await agents.WithStatusAsync(owner.Id, status.Value, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<BusyProject>>([.. found.Select(row => new BusyProject(row.Name, row.UpdatedAt))]);
    }

    private static async Task<Results<Ok<AgentView>, NotFound>> FindAsync(
        WorkspaceOwner owner, Guid id, [FromServices] IAgentStateRepository agents, CancellationToken cancellationToken) =>
        await agents.FindByProjectIdAsync(owner.Id, new(id), cancellationToken).ConfigureAwait(false) is { } state
            ? TypedResults.Ok(AgentView.Of(state))
            : TypedResults.NotFound();

    private static async Task<Results<Created, NoContent, NotFound>> WriteAsync(
        WorkspaceOwner owner, Guid id, AgentBody body, [FromServices] IAgentStateRepository agents, [FromServices] TimeProvider clock, HttpContext context)
    {
        var state = new AgentState(default, new(id), body.Status!.Value, new(body.Goal, body.Step, body.Notes), clock.Now());
        return await agents.UpsertAsync(owner.Id, state, context.RequestAborted).ConfigureAwait(false) switch
        {
            UpsertResult.Inserted => TypedResults.Created(context.Request.Path.ToUriComponent()),
            UpsertResult.Updated => TypedResults.NoContent(),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        WorkspaceOwner owner, Guid id, [FromServices] IAgentStateRepository agents, CancellationToken cancellationToken) =>
        await agents.FindByProjectIdAsync(owner.Id, new(id), cancellationToken).ConfigureAwait(false) is { } state
        && await agents.DeleteAsync(owner.Id, state.Id, cancellationToken).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
