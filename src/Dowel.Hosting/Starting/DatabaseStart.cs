using System.Diagnostics;
using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting;

/// <summary>What a service does about one database when it starts.</summary>
/// <param name="hosted">The database.</param>
/// <param name="log">Where it is told.</param>
internal sealed class DatabaseStart(HostedDatabase hosted, ILogger log)
{
    /// <summary>Migrates or verifies, and asks the server whether it guards what it is to guard.</summary>
    /// <exception cref="HostingException">The database is behind and may not be migrated, or statements go to another schema.</exception>
    /// <exception cref="DowelException">The migrator cannot do its work.</exception>
    /// <exception cref="DatabaseException">The database does not answer, or does not guard.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var title = hosted.Place;
        try
        {
            await BringAsync(cancellationToken).ConfigureAwait(false);
            await hosted.RequireSchemaAsync(cancellationToken).ConfigureAwait(false);
            await hosted.RequireGuardsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DowelException error)
        {
            MigrationLog.Refused(log, title, error.Code, error.Problem, error.Remedy);
            throw;
        }
        catch (DatabaseException error)
        {
            MigrationLog.Refused(log, title, error.Code, error.Problem, error.Remedy);
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            MigrationLog.Stopped(log, title);
            throw;
        }
    }

    private async Task BringAsync(CancellationToken cancellationToken)
    {
        var mode = hosted.Choice.Options.Migrations;
        if (!hosted.Plan.HasMigrations || mode == MigrationMode.Off)
        {
            MigrationLog.Off(log, hosted.Place);
            return;
        }

        if (mode == MigrationMode.Apply && hosted.Database.Engine == DatabaseEngine.Sqlite)
        {
            // A database in memory lives as long as its last connection, and the migrator closes its own.
            await hosted.Database.PingAsync(cancellationToken).ConfigureAwait(false);
        }

        var database = hosted.Choice.OpenForMigrations();
        await using var _ = database.ConfigureAwait(false);
        if (mode == MigrationMode.Apply)
        {
            await ApplyAsync(database, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await VerifyAsync(database, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ApplyAsync(IMigrationDatabase database, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var run = await hosted.MigratorOver(database, new MigrationProgress(log, hosted.Place, hosted.Choice.Options.MigrationWait))
            .ApplyAsync(cancellationToken).ConfigureAwait(false);
        Warn(run.Warnings);
        var version = SchemaState.Of(run.Scripts).Version;
        if (run.Applied.Count > 0)
        {
            MigrationLog.Applied(log, run.Applied.Count, hosted.Place, version, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        else
        {
            MigrationLog.UpToDate(log, hosted.Place, version);
        }
    }

    private async Task VerifyAsync(IMigrationDatabase database, CancellationToken cancellationToken)
    {
        var plan = await hosted.MigratorOver(database).PlanAsync(cancellationToken).ConfigureAwait(false);
        Warn(plan.Warnings);
        if (plan.Refusals.Count > 0)
        {
            throw new MigrationRefusedException(plan.Refusals) { Plan = plan };
        }

        var state = SchemaState.Of(plan);
        if (state.Pending.Length > 0)
        {
            throw new HostingException([HostingErrors.Behind(hosted.Place, state.Pending, hosted.Plan.KeyOf(nameof(DowelOptions.Migrations)))]);
        }

        MigrationLog.UpToDate(log, hosted.Place, state.Version);
    }

    private void Warn(IReadOnlyList<DowelError> warnings)
    {
        foreach (var warning in warnings)
        {
            MigrationLog.Warned(log, hosted.Place, warning.Code, warning.Problem, warning.Remedy);
        }
    }
}
