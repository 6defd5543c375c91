using System.Security.Claims;
using Workspaces;

namespace SystemsHost;

/// <summary>For whom a request to the workspaces acts: known by its token, and by nothing else that it says.</summary>
/// <param name="Id">The owner.</param>
internal readonly record struct WorkspaceOwner(UserId Id)
{
    /// <summary>Finds the owner of a request, who is made at the first one.</summary>
    /// <param name="context">The request, which is authenticated.</param>
    /// <returns>The owner.</returns>
    public static async ValueTask<WorkspaceOwner> BindAsync(HttpContext context)
    {
        var subject = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The request is not authenticated.");
        var owners = context.RequestServices.GetRequiredService<WorkspaceOwners>();
        return new(await owners.FindAsync(subject, context.RequestAborted).ConfigureAwait(false));
    }
}
