using Dowel.Contracts;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>One verification: the scripts, and the contracts of the assembly that carries them.</summary>
internal sealed class VerifyRun
{
    /// <summary>What <c>--engine</c> takes for PostgreSQL.</summary>
    public const string Postgres = "postgres";

    private readonly Invocation _invocation;
    private readonly IScriptSource _source;
    private readonly ContractSet _contracts;

    private VerifyRun(Invocation invocation, IScriptSource source) => (_invocation, _source, _contracts) =
        (invocation, source, source is AssemblyFileSource assembly ? ContractAssembly.Load(assembly.Name) : ContractSet.Empty);

    private TimeProvider Clock => _invocation.Surroundings.Clock;

    /// <summary>Opens what is to be verified.</summary>
    /// <param name="invocation">The run of the command.</param>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="cancellationToken">Ends a project's build.</param>
    public static async Task<VerifyRun> OpenAsync(Invocation invocation, string? source, CancellationToken cancellationToken) =>
        new(invocation, await invocation.OpenAsync(source, cancellationToken).ConfigureAwait(false));

    /// <summary>Replays the scripts on each engine, and compares the contracts with what they make.</summary>
    /// <param name="engine">The one engine that counts; null for all that can be had.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="CommandLineException">PostgreSQL is asked for, and no server is named.</exception>
    public async Task<Outcome> RunAsync(string? engine, CancellationToken cancellationToken)
    {
        var started = Clock.GetTimestamp();
        var outcome = new ReplayOutcome();
        var findings = new List<DowelError>(_contracts.Errors);
        var addresses = Addresses(_invocation.Settings.FindAddress() ?? DatabaseAddress.Memory, engine);
        foreach (var address in addresses)
        {
            outcome = await ReplayAsync(address, findings, cancellationToken).ConfigureAwait(false);
            if (outcome.ExitCode != ExitCodes.Done)
            {
                return outcome with { Elapsed = Clock.GetElapsedTime(started) };
            }
        }

        var engines = engine is null && addresses[^1].Kind == DatabaseKind.Postgres ? PortabilityRun.Of(_source, _contracts, _invocation.Settings) : null;
        if (engines is not null)
        {
            findings.AddRange(await engines.RunAsync(cancellationToken).ConfigureAwait(false));
        }

        var merged = ContractCheck.Merge(findings);
        return outcome with
        {
            Elapsed = Clock.GetElapsedTime(started),
            ComparedAfter = engines?.Compared,
            Contracts = _contracts.IsEmpty ? null : ContractSummary.Of(_contracts, [.. addresses.Select(NameOf)]) with { Found = merged.Count },
            Failure = merged.Count == 0 ? null : new(merged, ExitCodes.Findings),
        };
    }

    /// <summary>Compares the contracts on SQLite alone, as fast as that goes; nothing is done where there are none for it.</summary>
    public async Task<Outcome> BuildAsync(CancellationToken cancellationToken)
    {
        var findings = new List<DowelError>(_contracts.Errors);
        if (!_contracts.Statements.Any(statement => statement.Sqlite is not null))
        {
            return new BuildOutcome(findings);
        }

        var (set, scratch) = await MakeAsync(DatabaseAddress.Memory, cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        try
        {
            await new Migrator(scratch, set, _invocation.MigratorOptions).ApplyAsync(cancellationToken).ConfigureAwait(false);
            findings.AddRange(await Engines.CompareAsync(scratch, _contracts.Contracts, cancellationToken).ConfigureAwait(false));
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            findings.AddRange(failure.Errors);
        }

        return new BuildOutcome(ContractCheck.Merge(findings));
    }

    // SQLite needs no server, so that statements for it are always compared. Without statements the address alone counts.
    private IReadOnlyList<DatabaseAddress> Addresses(DatabaseAddress address, string? engine) => (address.Kind, engine) switch
    {
        (DatabaseKind.Sqlite, Postgres) => throw new CommandLineException(CommandLineErrors.NoUrl()),
        (DatabaseKind.Sqlite, _) or (_, Postgres) => [address],
        (_, null) => _contracts.Statements.Any(statement => statement.Sqlite is not null) ? [DatabaseAddress.Memory, address] : [address],
        _ => [DatabaseAddress.Memory],
    };

    private static string NameOf(DatabaseAddress address) => address.Kind == DatabaseKind.Postgres ? "PostgreSQL" : "SQLite";

    private async Task<(ScriptSet Set, IMigrationDatabase Scratch)> MakeAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        var set = ScriptSetLoader.Load(new[] { _source }, Engines.DialectOf(address), _invocation.Settings.SetOptions);
        var server = Engines.OpenServer(address, _invocation.Settings);
        return (set, await server.CreateScratchAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<ReplayOutcome> ReplayAsync(DatabaseAddress address, List<DowelError> findings, CancellationToken cancellationToken)
    {
        var (set, scratch) = await MakeAsync(address, cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        var outcome = await ReplayAsync(scratch, set, cancellationToken).ConfigureAwait(false) with
        {
            Database = scratch.Dialect.Name,
            Schema = scratch.Schema,
            Layout = set.Layout,
        };
        if (outcome.ExitCode == ExitCodes.Done && _contracts.Contracts.Count > 0)
        {
            findings.AddRange(await Engines.CompareAsync(scratch, _contracts.Contracts, cancellationToken).ConfigureAwait(false));
        }

        return outcome;
    }

    // Whatever is wrong with the scripts is what was looked for.
    private async Task<ReplayOutcome> ReplayAsync(IMigrationDatabase scratch, ScriptSet set, CancellationToken cancellationToken)
    {
        try
        {
            return new() { Report = await ReplayCheck.RunAsync(scratch, set, _invocation.MigratorOptions, cancellationToken).ConfigureAwait(false) };
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            // A set that this command cannot run at all was not looked into.
            return failure is MigrationRefusedException { NeedsCode: true }
                ? new() { Failure = Failure.Of(failure) }
                : new() { Failure = Failure.Of(failure) with { ExitCode = ExitCodes.Findings } };
        }
    }
}
