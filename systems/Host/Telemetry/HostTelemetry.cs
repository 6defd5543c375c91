using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SystemsHost;

/// <summary>Traces and metrics of the process: metrics on a page, both to a collector where one is configured.</summary>
internal static class HostTelemetry
{
    private const string ServiceName = "systems-host";

    // ASP.NET Core's own, the driver's, and Dowel's.
    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Npgsql", "System.Runtime", "Dowel"];

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "Dowel"];

    /// <summary>Starts both with the process and ends them with it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names the collector; the exporter reads its other settings from the environment.</param>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var sends = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        services.AddSingleton<MetricsPage>();
        services.AddSingleton(provider => OpenTelemetrySdk.Create(builder =>
        {
            builder.ConfigureResource(resource => resource.AddService(ServiceName));
            builder.WithMetrics(metrics =>
            {
                metrics.AddMeter(Meters).AddReader(new BaseExportingMetricReader(provider.GetRequiredService<MetricsPage>()));
                if (sends)
                {
                    metrics.AddOtlpExporter();
                }
            });
            if (sends)
            {
                builder.WithTracing(traces => traces.AddSource(Sources).AddOtlpExporter());
            }
        }));
        services.AddHostedService<TelemetryLifetime>();
    }

    /// <summary>Puts the page where Prometheus looks for it.</summary>
    /// <param name="endpoints">The endpoints.</param>
    public static void MapMetrics(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/metrics", (MetricsPage page) => TypedResults.Text(page.Render(), MetricsPage.ContentType))
        .ExcludeFromDescription()
        .AllowAnonymous();
}
