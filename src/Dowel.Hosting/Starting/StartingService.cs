using Dowel.Migrations;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting;

/// <summary>Brings all databases of a service to their schema before anything of it starts: no server listens yet.</summary>
/// <param name="databases">The databases.</param>
internal sealed class StartingService(IEnumerable<HostedDatabase> databases) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var database in databases)
        {
            await MigrateAsync(database, cancellationToken).ConfigureAwait(false);
        }
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

    private static async Task MigrateAsync(HostedDatabase hosted, CancellationToken cancellationToken)
    {
        var choice = hosted.Choice;
        if (hosted.Plan.HasMigrations && choice.Options.Migrations == MigrationMode.Apply)
        {
            var database = choice.OpenForMigrations();
            await using var _ = database.ConfigureAwait(false);
            var options = new MigratorOptions
            {
                LockWait = choice.Options.MigrationWait,
                Variables = new Dictionary<string, string>(choice.Options.Variables, StringComparer.Ordinal),
            };
            await new Migrator(database, hosted.LoadScripts(database.Dialect), options).ApplyAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
