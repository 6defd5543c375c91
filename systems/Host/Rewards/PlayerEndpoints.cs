using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlayerEngagement;

namespace SystemsHost;

/// <summary>Players over HTTP: who they are to the rewards, and in which zone their days are.</summary>
internal static class PlayerEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    /// <param name="xp">Where they are.</param>
    public static void MapPlayers(this RouteGroupBuilder xp)
    {
        xp.MapPost("player", EnrollAsync).WithName("Enroll").WithSummary("Begin to collect rewards");
        xp.MapGet("player", FindAsync).WithName("FindPlayer").WithSummary("Show how the player stands");
        xp.MapDelete("player", DeleteAsync).WithName("DeletePlayer").WithSummary("Forget the player and all their rewards");
        xp.MapPut("player/zone", ChangeZoneAsync).WithName("ChangeZone").WithSummary("Ask for another time zone, which counts after the current reward day");
        xp.MapGet("player/zone/history", ListZonesAsync).WithName("ListZones").WithSummary("List what happened to the player's time zone");
    }

    private static async Task<Results<Created, NoContent, ProblemHttpResult>> EnrollAsync(
        Player player, PlayerBody body, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.EnrollAsync(player.ExternalId, body.RewardTz, segmentKey: null, cancellationToken).ConfigureAwait(false) switch
        {
            EnrollStatus.Enrolled => TypedResults.Created("/xp/player"),
            EnrollStatus.AlreadyEnrolled => TypedResults.NoContent(),
            _ => UnknownZone(body.RewardTz),
        };

    private static async Task<Results<Ok<PlayerProfile>, NotFound>> FindAsync(
        Player player, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.ReadProfileAsync(player.ExternalId, cancellationToken).ConfigureAwait(false) is { } profile
            ? TypedResults.Ok(profile)
            : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(
        Player player, [FromServices] IRewardService rewards, CancellationToken cancellationToken) =>
        await rewards.DeleteUserAsync(player.ExternalId, cancellationToken).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<Ok<ZoneChangeResult>, NotFound, ProblemHttpResult>> ChangeZoneAsync(
        Player player, PlayerBody body, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        var change = await rewards.ChangeZoneAsync(player.ExternalId, body.RewardTz, cancellationToken).ConfigureAwait(false);
        return change.Status switch
        {
            ZoneChangeStatus.UnknownUser => TypedResults.NotFound(),
            ZoneChangeStatus.UnknownZone => UnknownZone(body.RewardTz),
            _ => TypedResults.Ok(change),
        };
    }

    private static async Task<Ok<CountedItems<ZoneView>>> ListZonesAsync(
        Player player, [AsParameters] OffsetPaging page, [FromServices] IRewardService rewards, CancellationToken cancellationToken)
    {
        var found = await rewards.ListZoneHistoryAsync(player.ExternalId, page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(CountedItems<ZoneView>.Of(found, ZoneView.Of));
    }

    private static ProblemHttpResult UnknownZone(string zone) =>
        TypedResults.Problem($"There is no IANA time zone '{zone}'; they are called such as 'Europe/Berlin'.", statusCode: StatusCodes.Status400BadRequest);
}
