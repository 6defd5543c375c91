using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Runs what reads or changes a history, so that a refusal still tells database, layout and scripts.</summary>
internal static class ScriptRuns
{
    /// <summary>Opens database and scripts, does some work with them, and completes what it came to.</summary>
    /// <param name="invocation">The run.</param>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="work">A migrator's work.</param>
    /// <param name="options">How the migrator works.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<Outcome> RunAsync(
        Invocation invocation,
        string? source,
        Func<Migrator, Task<ScriptsOutcome>> work,
        MigratorOptions options,
        CancellationToken cancellationToken) =>
        RunAsync(invocation, source, (database, set) => work(new(database, set, options)), cancellationToken);

    /// <summary>Opens database and scripts, does some work with them, and completes what it came to.</summary>
    /// <param name="invocation">The run.</param>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<Outcome> RunAsync(
        Invocation invocation,
        string? source,
        Func<IMigrationDatabase, ScriptSet, Task<ScriptsOutcome>> work,
        CancellationToken cancellationToken) => invocation.WithDatabaseAsync(
            source,
            async (database, set) =>
            {
                var clock = invocation.Surroundings.Clock;
                var started = clock.GetTimestamp();
                var outcome = await TryAsync(() => work(database, set), invocation.Progress, cancellationToken).ConfigureAwait(false);
                return outcome with
                {
                    Database = database.Dialect.Name,
                    Schema = database.Schema,
                    Layout = set.Layout,
                    Elapsed = outcome.Elapsed > TimeSpan.Zero ? outcome.Elapsed : clock.GetElapsedTime(started),
                };
            },
            cancellationToken);

    private static async Task<ScriptsOutcome> TryAsync(
        Func<Task<ScriptsOutcome>> work, RunProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (DowelException failure)
        {
            return ScriptsOutcome.Failed(Failure.Of(failure));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // How the rest stands was not asked for again, so there is no table to show.
            var failure = new Failure([CommandLineErrors.Interrupted(progress.Applied.Count)], ExitCodes.Interrupted);
            return ScriptsOutcome.Failed(failure) with { Rows = progress.Applied };
        }
    }
}
