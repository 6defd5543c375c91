using OpenTelemetry;

namespace SystemsHost;

/// <summary>Makes OpenTelemetry listen from the start on. What is not yet sent at the end is sent when the container disposes of it.</summary>
/// <param name="telemetry">Made by being asked for.</param>
internal sealed class TelemetryLifetime(OpenTelemetrySdk telemetry) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(telemetry);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
