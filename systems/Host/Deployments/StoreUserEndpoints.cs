using DeployStore;
using Dowel.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SystemsHost;

/// <summary>The users of the deployment store over HTTP. Owners are made and unmade by owners alone, and one always stays.</summary>
internal static class StoreUserEndpoints
{
    private static readonly TransactionOptions Alone = new() { Isolation = Isolation.Serializable };

    /// <summary>Adds the endpoints.</summary>
    /// <param name="store">Where they are.</param>
    public static void MapStoreUsers(this RouteGroupBuilder store)
    {
        var users = store.MapGroup("users").Requires(Right.ManageUsers);
        users.MapGet("", ListAsync).WithName("ListStoreUsers").WithSummary("List users, by email");
        users.MapGet("{id}", FindAsync).WithName("FindStoreUser").WithSummary("Show a user");
        users.MapPost("", AddAsync).WithName("AddStoreUser").WithSummary("Let somebody in").ProducesProblem(StatusCodes.Status409Conflict);
        users.MapPut("{id}/role", SetRoleAsync).WithName("SetStoreRole").WithSummary("Give a user another role")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        users.MapDelete("{id}", DeleteAsync).WithName("DeleteStoreUser").WithSummary("Shut somebody out")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Items<User>>> ListAsync([AsParameters] Paging page, [FromServices] IUserRepository users, CancellationToken cancellationToken)
    {
        var found = await users.ListAsync(page.ToRequest(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(Items<User>.Of(found, user => user));
    }

    private static async Task<Results<Ok<User>, NotFound>> FindAsync(string id, [FromServices] IUserRepository users, CancellationToken cancellationToken) =>
        await users.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } user ? TypedResults.Ok(user) : TypedResults.NotFound();

    private static async Task<Results<CreatedAtRoute<User>, ForbidHttpResult>> AddAsync(
        StoreUser acting, StoreUserBody body, [FromServices] IUserRepository users, [FromServices] TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Role == Role.Owner && acting.Role != Role.Owner)
        {
            return TypedResults.Forbid();
        }

        var now = clock.NowInSeconds();
        var user = new User(body.Id, body.Email, body.Role, now, now);
        await users.InsertAsync(user, cancellationToken).ConfigureAwait(false);
        return TypedResults.CreatedAtRoute(user, "FindStoreUser", new { id = user.Id });
    }

    private static async Task<IResult> SetRoleAsync(
        StoreUser acting, string id, RoleBody body, [FromKeyedServices(SystemNames.DeployStore)] Database database, HttpContext context)
    {
        var (role, now) = (body.Role!.Value, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        return await database.TransactAsync<IResult>(
            async (transaction, token) =>
            {
                var users = new UserRepository(transaction);
                return await RefusalAsync(users, acting, id, role, token).ConfigureAwait(false)
                    ?? (await users.SetRoleAsync(id, role, now, token).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound());
            },
            Alone,
            context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<IResult> DeleteAsync(
        StoreUser acting, string id, [FromKeyedServices(SystemNames.DeployStore)] Database database, CancellationToken cancellationToken) =>
        await database.TransactAsync<IResult>(
            async (transaction, token) =>
            {
                var users = new UserRepository(transaction);
                return await RefusalAsync(users, acting, id, becomes: null, token).ConfigureAwait(false)
                    ?? (await users.DeleteAsync(id, token).ConfigureAwait(false) ? TypedResults.NoContent() : TypedResults.NotFound());
            },
            Alone,
            cancellationToken).ConfigureAwait(false);

    // Serializable, so that two owners cannot take the role from each other at once.
    private static async ValueTask<IResult?> RefusalAsync(UserRepository users, StoreUser acting, string id, Role? becomes, CancellationToken cancellationToken)
    {
        var was = (await users.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Role;
        return (was == Role.Owner || becomes == Role.Owner) && acting.Role != Role.Owner ? TypedResults.Forbid()
            : was == Role.Owner && becomes != Role.Owner && await users.CountOfAsync(Role.Owner, cancellationToken).ConfigureAwait(false) == 1
                ? TypedResults.Problem("The store keeps at least one owner.", statusCode: StatusCodes.Status409Conflict)
                : null;
    }
}
