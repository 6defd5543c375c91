using Dowel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>The audit trail, for admins.</summary>
internal static class AuditEndpoints
{
    /// <summary>Makes the address known.</summary>
    /// <param name="events">Where it is.</param>
    public static void Map(RouteGroupBuilder events) =>
        events.MapGet("", ListAsync).Called("CoreListAuditEvents", "Lists who did what to which thing, latest first.").ForAdmins();

    private static async Task<Results<Ok<PageResponse<AuditEventResponse>>, ValidationProblem>> ListAsync(
        [AsParameters] AuditQuery query, AuditRepository events, CancellationToken cancellationToken)
    {
        try
        {
            UserId? actor = query.ActorId is { } id ? new(id) : null;
            var page = await events.SearchAsync(actor, query.SubjectType, query.SubjectId, query.ToPage(), cancellationToken).ConfigureAwait(false);
            return TypedResults.Ok(PageResponse<AuditEventResponse>.Of(page, AuditEventResponse.Of));
        }
        catch (InvalidCursorException)
        {
            return InputFilter.RefusePlace();
        }
    }
}
