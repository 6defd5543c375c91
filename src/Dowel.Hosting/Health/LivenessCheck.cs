using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dowel.Hosting;

/// <summary>Says that the process does something: to be asked is enough. No database counts, since to start again would not bring one back.</summary>
internal sealed class LivenessCheck : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy("The process answers."));
}
