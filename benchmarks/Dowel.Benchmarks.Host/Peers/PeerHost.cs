using System.Text;
using Dowel.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlayerEngagement;
using SystemsHost;

namespace Dowel.Benchmarks;

/// <summary>The service with the same endpoints once more for each peer.</summary>
internal static class PeerHost
{
    /// <summary>Where a peer's endpoints are.</summary>
    /// <param name="name">The peer.</param>
    public static string PrefixOf(string name) => "/peers/" + new string([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    /// <summary>Runs it until it is stopped.</summary>
    /// <param name="arguments">The service's command line.</param>
    /// <param name="peers">The peers.</param>
    public static async Task RunAsync(string[] arguments, PeerSet peers)
    {
        var app = HostApp.Build(arguments);
        foreach (var (name, peer) in peers.Names.Zip(peers.Make(app.Configuration)))
        {
            Map(app.MapGroup(PrefixOf(name)), peer);
        }

        await app.RunAsync();
    }

    private static void Map(RouteGroupBuilder group, IPeer peer)
    {
        group.MapPost("/xp/claims", (Player player, [FromHeader(Name = IdempotencyKey.Header)] Guid? key, HttpContext context) => ClaimAsync(peer, player, key, context));
        group.MapPut(
            "/workspaces/projects/{id:guid}/files/{**path}",
            (WorkspaceOwner owner, Guid id, string path, FileBody body, HttpContext context) => WriteAsync(peer, owner, new() { ProjectId = id, Path = path, Content = body.Content }, context));
        group.MapGet(
            "/workspaces/projects/{id:guid}/files",
            (WorkspaceOwner owner, Guid id, [AsParameters] Paging page, HttpContext context) => ListAsync(peer, owner, id, page, context));
    }

    private static DateTimeOffset Now(HttpContext context) => SystemsHost.Moments.Now(context.RequestServices.GetRequiredService<TimeProvider>());

    private static async Task<Results<CreatedAtRoute<ClaimView>, Ok<ClaimView>, NotFound, ProblemHttpResult>> ClaimAsync(
        IPeer peer, Player player, Guid? key, HttpContext context)
    {
        if (key is not { } correlationId || correlationId == Guid.Empty)
        {
            return TypedResults.Problem(IdempotencyKey.Missing, statusCode: StatusCodes.Status400BadRequest);
        }

        var claim = await peer.ClaimAsync(new(player.ExternalId, correlationId, PolicyDefinition.DailyLoginKey, Now(context)), context.RequestAborted);
        return claim switch
        {
            { Status: ClaimStatus.Granted, Receipt: { } granted } =>
                TypedResults.CreatedAtRoute(new ClaimView(Granted: true, granted), "FindReceipt", new { id = granted.ReceiptId }),
            { Receipt: { } known } => TypedResults.Ok(new ClaimView(claim.Status == ClaimStatus.Repeated, known)),
            { Status: ClaimStatus.UnknownUser } => TypedResults.NotFound(),
            _ => TypedResults.Problem($"{claim.Status}", statusCode: StatusCodes.Status409Conflict),
        };
    }

    private static async Task<Results<Created, NoContent, NotFound>> WriteAsync(IPeer peer, WorkspaceOwner owner, FileRow file, HttpContext context)
    {
        file.Id = Guid.CreateVersion7();
        file.CreatedAt = file.UpdatedAt = Now(context);
        return await peer.WriteAsync(owner.Id.Value, file, context.RequestAborted) switch
        {
            UpsertResult.Inserted => TypedResults.Created(context.Request.Path.ToUriComponent()),
            UpsertResult.Updated => TypedResults.NoContent(),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<Ok<Items<FileView>>, NotFound>> ListAsync(IPeer peer, WorkspaceOwner owner, Guid project, Paging page, HttpContext context)
    {
        var limit = page.Limit ?? Paging.LimitDefault;
        var after = page.After is null ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(page.After));
        var found = await peer.ListAsync(owner.Id.Value, project, after, limit + 1, context.RequestAborted);
        return found.Count == 0 ? TypedResults.NotFound()
            : found.Count <= limit ? TypedResults.Ok(new Items<FileView>(found, Next: null))
            : TypedResults.Ok(new Items<FileView>([.. found.Take(limit)], Convert.ToBase64String(Encoding.UTF8.GetBytes(found[limit - 1].Path))));
    }
}
