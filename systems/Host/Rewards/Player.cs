using System.Security.Claims;

namespace SystemsHost;

/// <summary>Whose rewards a request is about: known by its token, and by nothing else that it says.</summary>
/// <param name="ExternalId">The user's id, as the service's own account tells it.</param>
internal readonly record struct Player(string ExternalId)
{
    /// <summary>Takes the subject of the request's token.</summary>
    /// <param name="context">The request, which is authenticated.</param>
    /// <returns>The player.</returns>
    public static ValueTask<Player> BindAsync(HttpContext context) =>
        new(new Player(context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The request is not authenticated.")));
}
