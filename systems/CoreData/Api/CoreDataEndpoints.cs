using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoreData;

/// <summary>The addresses below <c>/core</c>.</summary>
public static class CoreDataEndpoints
{
    /// <summary>Where they are.</summary>
    public const string Prefix = "/core";

    /// <summary>Makes the addresses known. What they need is registered by <see cref="CoreDataRegistration"/>.</summary>
    /// <param name="routes">The service's addresses.</param>
    /// <returns>All of them, for what the service asks of them besides, such as limits.</returns>
    public static RouteGroupBuilder MapCoreData(this IEndpointRouteBuilder routes)
    {
        var core = routes.MapGroup(Prefix);
        core.AddEndpointFilter<InputFilter>().AddEndpointFilter(KeepPrivate);
        SessionEndpoints.Map(core.MapGroup("/sessions").WithTags("Sessions"));
        UserEndpoints.Map(core.MapGroup("/users").WithTags("Users"));
        MeEndpoints.Map(core.MapGroup("/me").WithTags("Me"));
        MessageEndpoints.Map(core.MapGroup("").WithTags("Messages"));
        RoleEndpoints.Map(core.MapGroup("").WithTags("Roles"));
        AuditEndpoints.Map(core.MapGroup("/audit-events").WithTags("Audit"));
        return core;
    }

    /// <summary>Says that an address is for anybody, since it is how one comes by a token, whatever a service asks of all others.</summary>
    /// <param name="route">The address.</param>
    /// <returns>The same.</returns>
    internal static RouteHandlerBuilder ForAnybody(this RouteHandlerBuilder route) => route.AllowAnonymous();

    /// <summary>Says that an address is for users who are logged in.</summary>
    /// <param name="route">The address.</param>
    /// <returns>The same.</returns>
    internal static RouteHandlerBuilder ForUsers(this RouteHandlerBuilder route) =>
        route.RequireAuthorization(CoreDataPolicies.User).ProducesProblem(StatusCodes.Status401Unauthorized);

    /// <summary>Says that an address is for admins.</summary>
    /// <param name="route">The address.</param>
    /// <returns>The same.</returns>
    internal static RouteHandlerBuilder ForAdmins(this RouteHandlerBuilder route) => route.RequireAuthorization(CoreDataPolicies.Admin)
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    /// <summary>Says what an address is called and does.</summary>
    /// <param name="route">The address.</param>
    /// <param name="name">Its name in the document of the service.</param>
    /// <param name="summary">What it does, in a sentence.</param>
    /// <returns>The same.</returns>
    internal static RouteHandlerBuilder Called(this RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary);

    // Tokens and users belong in no cache on the way.
    private static ValueTask<object?> KeepPrivate(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
