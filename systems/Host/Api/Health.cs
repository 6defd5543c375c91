using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SystemsHost;

/// <summary>What a load balancer asks: whether the process lives, and whether it can be given work.</summary>
internal static class Health
{
    /// <summary>Adds <c>/health/live</c> and <c>/health/ready</c>.</summary>
    /// <param name="endpoints">The endpoints.</param>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTagged("/health/live", "live");
        endpoints.MapTagged("/health/ready", "ready");
    }

    /// <summary>Whether a request is a probe.</summary>
    /// <param name="context">The request.</param>
    /// <returns>True where it is.</returns>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static void MapTagged(this IEndpointRouteBuilder endpoints, string path, string tag) => endpoints
        .MapHealthChecks(path, new() { Predicate = check => check.Tags.Contains(tag), ResponseWriter = WriteAsync })
        .WithMetadata(new UnlimitedAttribute())
        .AllowAnonymous();

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var answer = new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = entry.Value.Status.ToString(), description = entry.Value.Description, data = entry.Value.Data },
                StringComparer.Ordinal),
        };
        context.Response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(context.Response.Body, answer, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
