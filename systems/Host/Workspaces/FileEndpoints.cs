using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workspaces;

namespace SystemsHost;

/// <summary>The files of a project over HTTP, each at its path.</summary>
internal static class FileEndpoints
{
    private const string AtPath = "{id:guid}/files/{**" + FilePath.RouteValue + "}";
    private const int PathLengthMax = 1000;

    /// <summary>Adds the endpoints.</summary>
    /// <param name="projects">Where projects are.</param>
    public static void MapFiles(this RouteGroupBuilder projects)
    {
        projects.MapGet("{id:guid}/files", ListAsync).WithName("ListFiles").WithSummary("List the files of a project, by path");
        projects.MapGet(AtPath, FindAsync).WithName("FindFile").WithSummary("Show a file");
        projects.MapPut(AtPath, WriteAsync).WithName("WriteFile").WithSummary("Write a file, new or again");
        projects.MapDelete(AtPath, DeleteAsync).WithName("DeleteFile").WithSummary("Delete a file");
        projects.MapPost("{id:guid}/moves", MoveAsync).WithName("MoveFile").WithSummary("Move a file to another path")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Items<FileView>>, NotFound>> ListAsync(
        WorkspaceOwner owner, Guid id, [AsParameters] Paging page, [FromServices] IProjectFileRepository files, [FromServices] IProjectRepository projects, HttpContext context)
    {
        var found = await files.ListOfAsync(owner.Id, new(id), page.ToRequest(), context.RequestAborted).ConfigureAwait(false);
        return found.Items.Count > 0 || await projects.ExistsAsync(owner.Id, new(id), context.RequestAborted).ConfigureAwait(false)
            ? TypedResults.Ok(Items<FileView>.Of(found, FileView.Of))
            : TypedResults.NotFound();
    }

    private static async Task<Results<Ok<FileView>, NotFound>> FindAsync(
        WorkspaceOwner owner, Guid id, string path, [FromServices] IProjectFileRepository files, CancellationToken cancellationToken) =>
        await files.FindByProjectIdAndPathAsync(owner.Id, new(id), path, cancellationToken).ConfigureAwait(false) is { } file
            ? TypedResults.Ok(FileView.Of(file))
            : TypedResults.NotFound();

    private static async Task<Results<Created, NoContent, NotFound>> WriteAsync(
        WorkspaceOwner owner,
        Guid id,
        [StringLength(PathLengthMax, MinimumLength = 1)] string path,
        FileBody body,
        [FromServices] IProjectFileRepository files,
        HttpContext context)
    {
        var now = context.RequestServices.GetRequiredService<TimeProvider>().Now();
        var file = new ProjectFile(default, new(id), path, body.Content, now, now);
        return await files.UpsertAsync(owner.Id, file, context.RequestAborted).ConfigureAwait(false) switch
        {
            UpsertResult.Inserted => TypedResults.Created(FilePath.AddressOf(id, path)),
            UpsertResult.Updated => TypedResults.NoContent(),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        WorkspaceOwner owner, Guid id, string path, [FromServices] IProjectFileRepository files, CancellationToken cancellationToken) =>
        await files.DeleteAtAsync(owner.Id, new(id), path, cancellationToken).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> MoveAsync(
        WorkspaceOwner owner, Guid id, FileMove move, [FromServices] IProjectFileRepository files, [FromServices] TimeProvider clock, HttpContext context) =>
        await files.MoveAsync(owner.Id, new(id), move.From, move.To, clock.Now(), context.RequestAborted).ConfigureAwait(false)
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
