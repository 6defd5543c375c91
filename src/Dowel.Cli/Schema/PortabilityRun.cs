using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Replays scripts on both engines side by side, and compares what the two hold after each.</summary>
/// <param name="source">The scripts.</param>
/// <param name="servers">PostgreSQL and SQLite.</param>
internal sealed class PortabilityRun(IScriptSource source, (ScratchServer Postgres, ScratchServer Sqlite) servers)
{
    private readonly List<DowelError> _findings = [];
    private readonly HashSet<LogicalDifference> _told = [];

    /// <summary>After how many scripts the two were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Prepares a run, where the scripts are for both engines: some are marked for SQLite, or the assembly has statements for it.</summary>
    /// <returns>Null where they are for PostgreSQL alone, as far as they say.</returns>
    public static PortabilityRun? Of(IScriptSource source, ContractSet contracts, RunSettings settings)
    {
        var isForSqlite = contracts.Statements.Any(statement => statement.Sqlite is not null)
            || source.Load().Files.Any(file => ScriptFileName.Parse(file.Name).Dialect == DialectNames.Sqlite);
        return isForSqlite ? new(source, (ScratchServer.Of(DatabaseKind.Postgres, settings), ScratchServer.Of(DatabaseKind.Sqlite, settings))) : null;
    }

    /// <summary>Compares.</summary>
    /// <returns>Each difference once, with the script after which it is first there.</returns>
    public async Task<IReadOnlyList<DowelError>> RunAsync(CancellationToken cancellationToken)
    {
        var postgres = await servers.Postgres.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = postgres.ConfigureAwait(false);
        var sqlite = await servers.Sqlite.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = sqlite.ConfigureAwait(false);
        var (left, right) = (servers.Postgres.Load(source), servers.Sqlite.Load(source));
        var versions = Versions(left).Concat(Versions(right)).DistinctBy(script => script.Version).OrderBy(script => script.Version).ToList();
        for (var i = 0; i < versions.Count; i++)
        {
            await StepAsync(postgres, left, versions[i].Version!.Value, cancellationToken).ConfigureAwait(false);
            await StepAsync(sqlite, right, versions[i].Version!.Value, cancellationToken).ConfigureAwait(false);

            // What one engine does in a script of its own may belong to the one before it.
            if (i + 1 == versions.Count || (Has(left, versions[i + 1]) && Has(right, versions[i + 1])))
            {
                await CompareAsync(postgres, sqlite, versions[i].Path, cancellationToken).ConfigureAwait(false);
            }
        }

        if (left.Scripts.Concat(right.Scripts).FirstOrDefault(script => script.Kind == ScriptKind.Repeatable) is { } repeatable)
        {
            await postgres.ApplyAsync(left, target: null, cancellationToken).ConfigureAwait(false);
            await sqlite.ApplyAsync(right, target: null, cancellationToken).ConfigureAwait(false);
            await CompareAsync(postgres, sqlite, repeatable.Path, cancellationToken).ConfigureAwait(false);
        }

        return _findings;
    }

    private static IEnumerable<Script> Versions(ScriptSet set) => set.Scripts.Where(script => script.Kind == ScriptKind.Versioned);

    private static bool Has(ScriptSet set, Script other) => Versions(set).Any(script => script.Version == other.Version);

    // A repeatable script may need what comes later.
    private static async Task StepAsync(Scratch scratch, ScriptSet set, MigrationVersion version, CancellationToken cancellationToken)
    {
        if (Versions(set).Any(script => script.Version == version))
        {
            await scratch.ApplyAsync(set with { Scripts = [.. set.Scripts.Where(script => script.Kind != ScriptKind.Repeatable)] }, version, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CompareAsync(Scratch postgres, Scratch sqlite, string script, CancellationToken cancellationToken)
    {
        var (left, right) = (await postgres.ReadAsync(cancellationToken).ConfigureAwait(false), await sqlite.ReadAsync(cancellationToken).ConfigureAwait(false));
        _findings.AddRange(new LogicalComparison(left, right).Find().Where(_told.Add).Select(difference => SchemaErrors.NotPortable(difference, script)));
        Compared++;
    }
}
