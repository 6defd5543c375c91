using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workspaces;

namespace SystemsHost;

/// <summary>Projects over HTTP. Who acts comes with the token; another's project is as if it were not there.</summary>
internal static class ProjectEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="projects">Where they are.</param>
    public static void MapProjects(this RouteGroupBuilder projects)
    {
        projects.MapPost("", AddAsync).WithName("AddProject").WithSummary("Make a project").ProducesProblem(StatusCodes.Status409Conflict);
        projects.MapGet("", SearchAsync).WithName("SearchProjects").WithSummary("List projects that are worked on");
        projects.MapGet("{id:guid}", FindAsync).WithName("FindProject").WithSummary("Show a project");
        projects.MapPut("{id:guid}", ChangeAsync).WithName("ChangeProject").WithSummary("Change a project, from the revision in If-Match")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);
        projects.MapDelete("{id:guid}", DeleteAsync).WithName("DeleteProject").WithSummary("Delete a project with all that is in it");
        projects.MapPut("{id:guid}/archive", ArchiveAsync).WithName("ArchiveProject").WithSummary("Put a project aside");
        projects.MapDelete("{id:guid}/archive", UnarchiveAsync).WithName("UnarchiveProject").WithSummary("Take a project up again");
    }

    private static async Task<CreatedAtRoute<ProjectView>> AddAsync(
        WorkspaceOwner owner, ProjectBody body, [FromServices] IProjectRepository projects, [FromServices] TimeProvider clock, HttpContext context)
    {
        var now = clock.Now();
        var project = await projects.InsertAsync(owner.Id, new(default, owner.Id, body.Name, body.Description, now, now), context.RequestAborted).ConfigureAwait(false);
        Revision.Tell(context, project.Revision);
        return TypedResults.CreatedAtRoute(ProjectView.Of(project), "FindProject", new { id = project.Id.Value });
    }

    private static async Task<Ok<Items<ProjectView>>> SearchAsync(
        WorkspaceOwner owner, [FromQuery] string? name, [AsParameters] Paging page, [FromServices] IProjectRepository projects, CancellationToken cancellationToken)
    {
        var found = await projects.SearchAsync(owner.Id, name, page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(Items<ProjectView>.Of(found, ProjectView.Of));
    }

    private static async Task<Results<Ok<ProjectView>, NotFound>> FindAsync(
        WorkspaceOwner owner, Guid id, [FromServices] IProjectRepository projects, HttpContext context) =>
        Answer(await projects.FindAsync(owner.Id, new(id), context.RequestAborted).ConfigureAwait(false), context);

    private static async Task<Results<Ok<ProjectView>, NotFound, ProblemHttpResult>> ChangeAsync(
        WorkspaceOwner owner, Guid id, ProjectBody body, [FromServices] IProjectRepository projects, [FromServices] TimeProvider clock, HttpContext context)
    {
        if (Revision.Asked(context) is not { } revision)
        {
            return TypedResults.Problem("Say in If-Match which revision the change starts from, as ETag told it.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        if (await projects.FindAsync(owner.Id, new(id), context.RequestAborted).ConfigureAwait(false) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var wanted = known with { Name = body.Name, Description = body.Description, UpdatedAt = clock.Now(), Revision = revision };
        if (await projects.UpdateAsync(owner.Id, wanted, context.RequestAborted).ConfigureAwait(false) is not { } changed)
        {
            return TypedResults.Problem("The project has been changed since.", statusCode: StatusCodes.Status412PreconditionFailed);
        }

        Revision.Tell(context, changed.Revision);
        return TypedResults.Ok(ProjectView.Of(changed));
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        WorkspaceOwner owner, Guid id, [FromServices] IProjectRepository projects, CancellationToken cancellationToken) =>
        Done(await projects.DeleteAsync(owner.Id, new(id), cancellationToken).ConfigureAwait(false));

    private static async Task<Results<NoContent, NotFound>> ArchiveAsync(
        WorkspaceOwner owner, Guid id, [FromServices] IProjectRepository projects, [FromServices] TimeProvider clock, CancellationToken cancellationToken) =>
        Done(await projects.ArchiveAsync(owner.Id, new(id), clock.Now(), cancellationToken).ConfigureAwait(false));

    private static async Task<Results<NoContent, NotFound>> UnarchiveAsync(
        WorkspaceOwner owner, Guid id, [FromServices] IProjectRepository projects, CancellationToken cancellationToken) =>
        Done(await projects.ArchiveAsync(owner.Id, new(id), archivedAt: null, cancellationToken).ConfigureAwait(false));

    private static Results<Ok<ProjectView>, NotFound> Answer(Project? project, HttpContext context)
    {
        if (project is null)
        {
            return TypedResults.NotFound();
        }

        Revision.Tell(context, project.Revision);
        return TypedResults.Ok(ProjectView.Of(project));
    }

    private static Results<NoContent, NotFound> Done(bool done) => done ? TypedResults.NoContent() : TypedResults.NotFound();
}
