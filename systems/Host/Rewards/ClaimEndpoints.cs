using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlayerEngagement;

namespace SystemsHost;

/// <summary>Daily claims over HTTP, and what they were given.</summary>
internal static class ClaimEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="xp">Where they are.</param>
    public static void MapClaims(this RouteGroupBuilder xp)
    {
        xp.MapPost("claims", ClaimAsync).WithName("Claim").WithSummary("Claim the reward of the day; a repeated request is answered again and done once")
            .ProducesProblem(StatusCodes.Status409Conflict);
        xp.MapGet("receipts/{id:guid}", FindReceiptAsync).WithName("FindReceipt").WithSummary("Show what a claim was given");
        xp.MapGet("ledger", ListAsync).WithName("ListLedger").WithSummary("List the entries of the ledger, the newest first");
        xp.MapGet("ledger/pages", ListPagesAsync).WithName("ListLedgerPages").WithSummary("List the entries of the ledger by numbered pages");
    }

    private static async Task<Results<CreatedAtRoute<ClaimView>, Ok<ClaimView>, NotFound, ProblemHttpResult>> ClaimAsync(
        Player player,
        [FromHeader(Name = IdempotencyKey.Header)] Guid? idempotencyKey,
        [FromQuery, StringLength(100, MinimumLength = 1)] string? policy,
        [FromServices] IRewardService rewards,
        CancellationToken cancellationToken)
    {
        if (idempotencyKey is not { } correlationId || correlationId == Guid.Empty)
        {
            return TypedResults.Problem(IdempotencyKey.Missing, statusCode: StatusCodes.Status400BadRequest);
        }

        var claim = await rewards.ClaimAsync(player.ExternalId, correlationId, policy ?? PolicyDefinition.DailyLoginKey, cancellationToken).ConfigureAwait(false);
        return claim switch
        {
            { Status: ClaimStatus.Granted, Receipt: { } granted } =>
                TypedResults.CreatedAtRoute(new ClaimView(Granted: true, granted), "FindReceipt", new { id = granted.ReceiptId }),
            { Receipt: { } known } => TypedResults.Ok(new ClaimView(claim.Status == ClaimStatus.Repeated, known)),
            { Status: ClaimStatus.UnknownUser } => TypedResults.NotFound(),
            { Status: ClaimStatus.CorrelationIdTaken } => TypedResults.Problem("This Idempotency-Key belongs to another request.", statusCode: StatusCodes.Status409Conflict),
            _ => TypedResults.Problem("No version of this policy is active.", statusCode: StatusCodes.Status409Conflict),
        };
    }

    private static async Task<Results<Ok<Receipt>, NotFound>> FindReceiptAsync(
        Player player, Guid id, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.FindReceiptAsync(player.ExternalId, id, cancellationToken).ConfigureAwait(false) is { } receipt
            ? TypedResults.Ok(receipt)
            : TypedResults.NotFound();

    private static async Task<Ok<Items<EntryView>>> ListAsync(
        Player player, [AsParameters] Paging page, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        var found = await rewards.ListHistoryAsync(player.ExternalId, page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(Items<EntryView>.Of(found, EntryView.Of));
    }

    private static async Task<Ok<CountedItems<EntryView>>> ListPagesAsync(
        Player player, [AsParameters] OffsetPaging page, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        var found = await rewards.ListHistoryAsync(player.ExternalId, page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(CountedItems<EntryView>.Of(found, EntryView.Of));
    }
}
