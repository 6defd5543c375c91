using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting;

/// <summary>Whether a database lets a service take traffic: it answers, takes writes, has the schema, and keeps owners' rows apart.</summary>
/// <param name="hosted">The database.</param>
/// <param name="lifetime">Tells that the service is stopping; null where there is no host.</param>
internal sealed class DatabaseHealthCheck(HostedDatabase hosted, IHostApplicationLifetime? lifetime) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        var (status, words) = await LookAsync(data, cancellationToken).ConfigureAwait(false);
        return new(status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : status, words, exception: null, data);
    }

    private async Task<(HealthStatus Status, string Words)> LookAsync(Dictionary<string, object> data, CancellationToken cancellationToken)
    {
        if (lifetime?.ApplicationStopping.IsCancellationRequested == true)
        {
            return (HealthStatus.Unhealthy, "The service is stopping.");
        }

        try
        {
            return await LookAtDatabaseAsync(data, cancellationToken).ConfigureAwait(false)
                ?? await LookAtSchemaAsync(data, cancellationToken).ConfigureAwait(false);
        }
        catch (DowelException error)
        {
            return (HealthStatus.Unhealthy, $"{error.Code}: {error.Problem}");
        }
        catch (DatabaseException error)
        {
            return (HealthStatus.Unhealthy, $"{error.Code}: {error.Problem}");
        }
    }

    private async Task<(HealthStatus, string)?> LookAtDatabaseAsync(Dictionary<string, object> data, CancellationToken cancellationToken)
    {
        var health = await hosted.Database.CheckHealthAsync(cancellationToken).ConfigureAwait(false);
        data["provider"] = hosted.Choice.Provider.Name;
        data["latency_ms"] = Math.Round(health.Latency.TotalMilliseconds, 3);
        if (health.Facts is not { } facts)
        {
            throw health.Failure!;
        }

        data["server_version"] = facts.Version;
        data["takes_writes"] = facts.TakesWrites;
        if (!facts.TakesWrites)
        {
            return (HealthStatus.Unhealthy, $"{hosted.Database.DisplayName} takes no writes.");
        }

        await hosted.RequireGuardsAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<(HealthStatus, string)> LookAtSchemaAsync(Dictionary<string, object> data, CancellationToken cancellationToken)
    {
        if (!hosted.Plan.HasMigrations)
        {
            return (HealthStatus.Healthy, $"{hosted.Database.DisplayName} answers.");
        }

        var database = hosted.Choice.OpenForReading();
        await using var _ = database.ConfigureAwait(false);
        var plan = await hosted.MigratorOver(database).PlanAsync(cancellationToken).ConfigureAwait(false);
        var state = SchemaState.Of(plan);
        data["schema_version"] = state.Version;
        data["pending"] = state.Pending;
        data["findings"] = plan.Refusals.Select(error => error.Code).Distinct(StringComparer.Ordinal).ToArray();

        // Whatever else a later release has done to the history, this one has found its own scripts applied and goes on until it is replaced.
        return state.Pending.Length > 0 ? (HealthStatus.Unhealthy, $"{database.DisplayName} is behind; pending: {string.Join(", ", state.Pending)}.")
            : plan.Refusals is [var finding, ..] ? (HealthStatus.Degraded, $"{finding.Code}: {finding.Problem}")
            : (HealthStatus.Healthy, $"{database.DisplayName} answers and has the schema.");
    }
}
