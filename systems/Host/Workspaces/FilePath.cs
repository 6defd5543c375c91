using Microsoft.AspNetCore.Http.Features;

namespace SystemsHost;

/// <summary>The path of a file in an address, as its client meant it.</summary>
/// <remarks>
/// The server decodes an address but for <c>%2F</c>, and then a slash that a client has encoded cannot be told from a percent sign that it has
/// encoded. So the path is read from what was sent.
/// </remarks>
internal static class FilePath
{
    /// <summary>What the part of a route is called that is a path.</summary>
    public const string RouteValue = "path";

    private const string Folder = "/files/";

    /// <summary>Gives endpoints the paths that were sent.</summary>
    /// <param name="app">The service; routes are known here.</param>
    public static void UseFilePaths(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Request.RouteValues.ContainsKey(RouteValue) && Read(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) is { } path)
        {
            context.Request.RouteValues[RouteValue] = path;
        }

        return next(context);
    });

    /// <summary>Where a file is found.</summary>
    /// <param name="project">Its project.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The address, from the root of the service.</returns>
    public static string AddressOf(Guid project, string path)
    {
        var parts = path.Split('/');
        return $"/workspaces/projects/{project}{Folder}{(HasDots(parts) ? Uri.EscapeDataString(path) : string.Join('/', parts.Select(Uri.EscapeDataString)))}";
    }

    // Null where '..' has led the server elsewhere than to what was written.
    private static string? Read(string target)
    {
        var address = target.Split('?')[0];
        var start = address.IndexOf(Folder, StringComparison.OrdinalIgnoreCase);
        var path = start < 0 ? null : address[(start + Folder.Length)..];
        return path is null || HasDots(path.Split('/').Select(Uri.UnescapeDataString)) ? null : Uri.UnescapeDataString(path);
    }

    private static bool HasDots(IEnumerable<string> parts) => parts.Any(part => part is "." or "..");
}
