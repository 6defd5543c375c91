using System.Security.Claims;
using Dowel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>Roles, given and taken.</summary>
internal static class RoleEndpoints
{
    /// <summary>Makes the addresses known.</summary>
    /// <param name="core">Where they are.</param>
    public static void Map(RouteGroupBuilder core)
    {
        core.MapGet("/roles", ListAsync).Called("CoreListRoles", "Lists the roles.").ForUsers();
        core.MapPut("/users/{id:long}/roles/{role}", GrantAsync).Called("CoreGrantRole", "Gives a user a role.").ForAdmins()
            .ProducesProblem(StatusCodes.Status404NotFound);
        core.MapDelete("/users/{id:long}/roles/{role}", RevokeAsync).Called("CoreRevokeRole", "Takes a role from a user; the last admin keeps it.").ForAdmins()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<IReadOnlyList<RoleResponse>>> ListAsync(RoleRepository roles, CancellationToken cancellationToken)
    {
        var all = await roles.ListAsync(new CursorRequest(PageRequest.LimitMax), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok<IReadOnlyList<RoleResponse>>([.. all.Items.Select(role => new RoleResponse(role.Name, role.Description))]);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> GrantAsync(
        long id, string role, ClaimsPrincipal user, Administration administration, CancellationToken cancellationToken) =>
        UserEndpoints.Answer(await administration.GrantAsync(CoreDataTokens.CallerOf(user).UserId, new(id), role, cancellationToken).ConfigureAwait(false));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        long id, string role, ClaimsPrincipal user, Administration administration, CancellationToken cancellationToken) =>
        UserEndpoints.Answer(await administration.RevokeAsync(CoreDataTokens.CallerOf(user).UserId, new(id), role, cancellationToken).ConfigureAwait(false));
}
