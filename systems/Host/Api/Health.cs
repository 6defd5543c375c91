using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SystemsHost;

/// <summary>What a load balancer asks: whether the process lives, and whether it can be given work.</summary>
internal static class Health
{
    /// <summary>Answers at <c>/health/live</c> and <c>/health/ready</c>, whoever asks: before anybody's token is looked at, which would ask a database.</summary>
    /// <param name="app">The service.</param>
    public static void UseHealth(this IApplicationBuilder app)
    {
        app.UseHealthChecks("/health/live", Tagged("live"));
        app.UseHealthChecks("/health/ready", Tagged("ready"));
    }

    private static HealthCheckOptions Tagged(string tag) => new() { Predicate = check => check.Tags.Contains(tag), ResponseWriter = WriteAsync };

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
