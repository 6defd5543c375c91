using Dowel.Migrations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting;

/// <summary>Brings all databases of a service to their schema before anything of it starts: no server listens yet.</summary>
/// <param name="databases">The databases.</param>
/// <param name="loggers">Where it is told.</param>
internal sealed class StartingService(IEnumerable<HostedDatabase> databases, ILoggerFactory loggers) : IHostedLifecycleService
{
    private readonly ILogger _log = loggers.CreateLogger(MigrationLog.Category);

    /// <inheritdoc/>
    /// <remarks>Databases side by side, and those that share a place one after another, since one's index builds wait for another's transactions.</remarks>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        HostedDatabase[] all = [.. databases];
        Check(all);
        var places = all.GroupBy(database => database.Place, StringComparer.Ordinal);
        await Task.WhenAll(places.Select(place => StartInTurnAsync([.. place], cancellationToken))).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task StartInTurnAsync(HostedDatabase[] databases, CancellationToken cancellationToken)
    {
        foreach (var database in databases)
        {
            await new DatabaseStart(database, _log).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // All mistakes of all databases, before any of them is touched.
    private static void Check(HostedDatabase[] databases)
    {
        var errors = new List<DowelError>();
        foreach (var database in databases)
        {
            try
            {
                _ = database.Choice;
            }
            catch (HostingException error)
            {
                errors.AddRange(error.Errors);
            }
        }

        if (errors.Count == 0)
        {
            errors.AddRange(FindSharedHistories(databases));
        }

        if (errors.Count > 0)
        {
            throw new HostingException(errors);
        }
    }

    // Where neither schema nor connection string is said here, the data sources may well lead to different ones.
    private static IEnumerable<DowelError> FindSharedHistories(HostedDatabase[] databases) =>
        from twins in databases
            .Where(database => database is { Plan.HasMigrations: true, Choice.Migrations: not { ConnectionString: null, Schema: null } })
            .GroupBy(database => (database.Place, database.Choice.Migrations))
        from second in twins.Skip(1)
        select HostingErrors.SharedHistory(
            twins.First().Plan.Title, second.Plan.Title, second.Plan.KeyOf(nameof(DowelOptions.HistoryTable)));
}
