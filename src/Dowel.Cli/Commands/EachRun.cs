using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel up --each</c>: one set of scripts, many databases, several at once.</summary>
/// <param name="invocation">The run.</param>
/// <param name="isPlan">Whether nothing is to be changed.</param>
/// <param name="parallel">How many at once; null for what suits the engine.</param>
internal sealed class EachRun(Invocation invocation, bool isPlan, int? parallel)
{
    // Files wait for their disk, which takes several at once better; a target on a server takes two of its connections.
    private const int FilesAtOnce = 8;
    private const int SessionsAtOnce = 4;
    private const int ConnectionsOfTarget = 2;

    private RunSettings Settings => invocation.Settings;

    /// <summary>Runs.</summary>
    /// <param name="each">What <c>--each</c> names.</param>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="options">How each migrator works.</param>
    /// <param name="cancellationToken">Starts no more targets and takes back what runs.</param>
    public async Task<Outcome> RunAsync(string each, string? source, MigratorOptions options, CancellationToken cancellationToken)
    {
        var started = options.Clock.GetTimestamp();
        var pattern = TargetPattern.Parse(each, Settings.FindAddress);
        if (pattern.Kind == TargetKind.Schemas && invocation.Get(Settings.Options.Schema) is not null)
        {
            throw new CommandLineException(CommandLineErrors.SchemaWithEach());
        }

        var set = await LoadAsync(pattern, source, cancellationToken).ConfigureAwait(false);
        var targets = await FindAsync(pattern, cancellationToken).ConfigureAwait(false);
        if (targets.Count == 0)
        {
            throw new CommandLineException(CommandLineErrors.NoTarget(pattern)) { ExitCode = ExitCodes.Refused };
        }

        var fanOut = new MigrationFanOut(set, new()
        {
            Parallelism = await ParallelismAsync(pattern, cancellationToken).ConfigureAwait(false),
            Migrator = options with { Progress = null },
            Watch = invocation.Report.Style.IsVerbose ? invocation.Progress.For : null,
        });
        var results = isPlan ? fanOut.PlanAsync(targets, cancellationToken) : fanOut.ApplyAsync(targets, cancellationToken);
        var outcome = new FanOutOutcome { Tally = new(targets.Count, isPlan), IsTold = IsToldEach };
        var failure = await ReadAsync(results, pattern, set, outcome.Tally, cancellationToken).ConfigureAwait(false);
        return outcome with { Failure = failure, Elapsed = options.Clock.GetElapsedTime(started) };
    }

    // A person gets a moving line and a table of what failed; whoever else reads, or asked for all or for no table, is told each.
    private bool IsToldEach => isPlan
        || invocation.Report.Style is { IsJson: true } or { IsVerbose: true } or { IsQuiet: true }
        || !invocation.Surroundings.IsOutputTerminal;

    private Task<ScriptSet> LoadAsync(TargetPattern pattern, string? source, CancellationToken cancellationToken)
    {
        Dialect dialect = pattern.Kind == TargetKind.Files ? new Sqlite.SqliteDialect() : new Postgres.PostgresDialect();

        // Each schema is given for tokens' sake, as --schema is.
        var options = Settings.SetOptions;
        return invocation.LoadAsync(
            source,
            dialect,
            pattern.Kind == TargetKind.Schemas ? options with { Tokens = options.Tokens ?? true } : options,
            cancellationToken);
    }

    private async Task<IReadOnlyList<MigrationTarget>> FindAsync(TargetPattern pattern, CancellationToken cancellationToken)
    {
        switch (pattern.Kind)
        {
            case TargetKind.Files:
                return Engines.LoadTargets(pattern.Text, Settings);
            case TargetKind.Schemas:
                return await Engines.OpenTargets(Settings.Address, Settings).ReadSchemasAsync(pattern.Text, cancellationToken).ConfigureAwait(false);
            default:
                return await Engines.OpenTargets(Settings.Address, Settings).ReadDatabasesAsync(pattern.Text, cancellationToken).ConfigureAwait(false);
        }
    }

    // Half of what the server has left stays for those it is there for.
    private async Task<int> ParallelismAsync(TargetPattern pattern, CancellationToken cancellationToken)
    {
        if (pattern.Kind == TargetKind.Files)
        {
            return parallel ?? FilesAtOnce;
        }

        var wanted = parallel ?? SessionsAtOnce;
        var free = await Engines.OpenTargets(Settings.Address, Settings).ReadFreeConnectionsAsync(cancellationToken).ConfigureAwait(false);
        var possible = Math.Max(1, free / 2 / ConnectionsOfTarget);
        if (possible < wanted)
        {
            invocation.Progress.Announce($"{possible} at once: the server has {free} connections left");
        }

        return Math.Min(wanted, possible);
    }

    private async Task<Failure?> ReadAsync(
        IAsyncEnumerable<TargetResult> results, TargetPattern pattern, ScriptSet set, FanOutTally tally, CancellationToken cancellationToken)
    {
        var whole = new ScriptsOutcome { Database = set.Dialect, Layout = set.Layout, Schema = Settings.Schema };
        try
        {
            invocation.Progress.Show(tally.Bar);
            await foreach (var result in results.ConfigureAwait(false))
            {
                var line = TargetLine.Of(result, pattern.Kind == TargetKind.Schemas ? whole with { Schema = result.Target } : whole);
                tally.Add(line);
                invocation.Progress.Show(tally.Bar);
                if (IsToldEach)
                {
                    invocation.Progress.Aside(() => invocation.Report.Write(line));
                }
            }

            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new([CommandLineErrors.Interrupted()], ExitCodes.Interrupted);
        }
    }
}
