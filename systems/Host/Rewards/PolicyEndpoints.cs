using System.ComponentModel.DataAnnotations;
using CoreData;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlayerEngagement;

namespace SystemsHost;

/// <summary>What admins do about rewards over HTTP: policies, segments, and entries by hand.</summary>
internal static class PolicyEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="xp">Where they are.</param>
    public static void MapPolicies(this RouteGroupBuilder xp)
    {
        var policies = xp.MapGroup("policies/{key}").RequireAuthorization(CoreDataPolicies.Admin);
        policies.MapGet("", FindAsync).WithName("FindPolicy").WithSummary("Show the version that claims go by");
        policies.MapPut("active", ActivateAsync).WithName("ActivatePolicy").WithSummary("Make a version the one that claims go by");
        policies.MapGet("versions", ListAsync).WithName("ListPolicyVersions").WithSummary("List the versions, the newest first");
        policies.MapPost("versions", PublishAsync).WithName("PublishPolicy").WithSummary("Add the next version; claims do not go by it yet");

        var players = xp.MapGroup("players/{userId}").RequireAuthorization(CoreDataPolicies.Admin);
        players.MapPut("segment", SetSegmentAsync).WithName("SetSegment").WithSummary("Put a player into a segment");
        players.MapPost("postings", PostAsync).WithName("Post").WithSummary("Enter a credit or debit; a repeated request is done once")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<PolicyVersion>, NotFound>> FindAsync(
        string key, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.FindActivePolicyAsync(key, cancellationToken).ConfigureAwait(false) is { } version ? TypedResults.Ok(version) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> ActivateAsync(
        string key, ActiveVersion body, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.ActivatePolicyAsync(key, body.Version, cancellationToken).ConfigureAwait(false) == ActivateStatus.UnknownVersion
            ? TypedResults.NotFound()
            : TypedResults.NoContent();

    private static async Task<Ok<CountedItems<PolicyVersion>>> ListAsync(
        string key, [AsParameters] OffsetPaging page, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        var found = await rewards.ListPolicyVersionsAsync(key, page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(CountedItems<PolicyVersion>.Of(found, version => version));
    }

    private static async Task<Results<Created<PolicyVersion>, ValidationProblem>> PublishAsync(
        Player admin, [Required, StringLength(100)] string key, PolicyDefinition definition, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        var published = await rewards.PublishPolicyAsync(key, definition, admin.ExternalId, cancellationToken).ConfigureAwait(false);
        return published.Version is { } version
            ? TypedResults.Created($"/xp/policies/{Uri.EscapeDataString(key)}/versions", version)
            : TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["definition"] = [.. published.Mistakes] });
    }

    private static async Task<Results<NoContent, NotFound>> SetSegmentAsync(
        string userId, SegmentBody body, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.SetSegmentAsync(userId, body.Segment, cancellationToken).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<Ok<EntryView>, NotFound, ProblemHttpResult>> PostAsync(
        string userId, PostingBody body, [FromHeader(Name = IdempotencyKey.Header)] Guid? idempotencyKey, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        if (idempotencyKey is not { } correlationId || correlationId == Guid.Empty)
        {
            return TypedResults.Problem(IdempotencyKey.Missing, statusCode: StatusCodes.Status400BadRequest);
        }

        var posted = await rewards.PostAsync(new(userId, body.Amount, body.Reason, correlationId, body.Metadata), cancellationToken).ConfigureAwait(false);
        return posted switch
        {
            { Entry: { } entry } => TypedResults.Ok(EntryView.Of(entry)),
            { Status: PostStatus.UnknownUser } => TypedResults.NotFound(),
            { Status: PostStatus.InsufficientBalance } => TypedResults.Problem("The balance would fall below zero.", statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.Problem("This Idempotency-Key belongs to another request.", statusCode: StatusCodes.Status409Conflict),
        };
    }
}
