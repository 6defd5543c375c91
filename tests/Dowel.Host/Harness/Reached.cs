using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dowel.HostTests;

/// <summary>Which endpoints have answered well so far.</summary>
public sealed class Reached : IStartupFilter
{
    private readonly ConcurrentDictionary<string, bool> _endpoints = new(StringComparer.Ordinal);

    public IEnumerable<string> Endpoints => _endpoints.Keys;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(NoteAsync);
        next(app);
    };

    private async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode < 300 && context.GetEndpoint() is RouteEndpoint endpoint)
        {
            _endpoints.TryAdd($"{context.Request.Method} {EndpointCase.RouteOf(endpoint)}", true);
        }
    }
}
