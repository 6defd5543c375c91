using System.Security.Claims;
using DeployStore;
using Microsoft.AspNetCore.Authorization;

namespace SystemsHost;

/// <summary>Asks the deployment store's own table who somebody is there, and its policy whether that is enough.</summary>
/// <param name="users">The store's users.</param>
/// <param name="clock">The time.</param>
internal sealed class RightHandler(IUserRepository users, TimeProvider clock) : AuthorizationHandler<RightRequirement>
{
    private const string Administrator = "admin"; // CoreData's role

    /// <inheritdoc/>
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (context.Resource is not HttpContext http || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } subject)
        {
            return;
        }

        var user = await users.FindAsync(subject, http.RequestAborted).ConfigureAwait(false)
            ?? (context.User.IsInRole(Administrator) ? await AddOwnerAsync(subject, context.User, http.RequestAborted).ConfigureAwait(false) : null);
        if (user is not null && Policy.Allows(user.Role, requirement.Right))
        {
            http.Features.Set(new StoreUser(user.Id, user.Role));
            context.Succeed(requirement);
        }
    }

    // Somebody has to be the first; who administers the service may give the role to themselves anyway.
    private async ValueTask<User?> AddOwnerAsync(string id, ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var owner = new User(id, who.FindFirstValue(ClaimTypes.Email) ?? id, Role.Owner, now, now);
        try
        {
            await users.InsertAsync(owner, cancellationToken).ConfigureAwait(false);
            return owner;
        }
        catch (Dowel.Data.UniqueViolationException)
        {
            return await users.FindAsync(id, cancellationToken).ConfigureAwait(false); // another request of theirs was first
        }
    }
}
