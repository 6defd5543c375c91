using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What a database has that its applied scripts do not make, and the other way round.</summary>
internal static class Drift
{
    /// <summary>Replays the applied scripts on a throw-away database, and compares.</summary>
    /// <param name="database">The database.</param>
    /// <param name="set">All scripts.</param>
    /// <param name="statuses">How they stand.</param>
    /// <param name="settings">What holds for the run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<DriftEntry>> FindAsync(
        IMigrationDatabase database, ScriptSet set, IReadOnlyList<ScriptStatus> statuses, RunSettings settings, CancellationToken cancellationToken)
    {
        var server = ScratchServer.Of(settings.Address.Kind, settings);
        var applied = statuses.Where(status => status.Applied is not null && status.State != ScriptState.Failed).Select(status => status.Script).OfType<Script>().ToHashSet();
        var done = set with { Scripts = [.. set.Scripts.Where(script => applied.Contains(script) || script.Kind is not (ScriptKind.Versioned or ScriptKind.Repeatable))] };
        var scratch = await server.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        await scratch.ApplyAsync(done, target: null, cancellationToken).ConfigureAwait(false);
        var schema = await Engines.OpenSchemaAsync(database, cancellationToken).ConfigureAwait(false);
        await using var __ = schema.ConfigureAwait(false);
        var actual = server.Comparable(await schema.ReadModelAsync(cancellationToken).ConfigureAwait(false));
        var plan = SchemaDiff.Compare(await scratch.ReadAsync(cancellationToken).ConfigureAwait(false), actual, new(), server.Engine);
        return Entries(plan);
    }

    // What is only in the way of a change has not drifted itself.
    private static List<DriftEntry> Entries(SchemaPlan plan)
    {
        var again = plan.Changes.OfType<DropObject>().Where(drop => drop.IsMadeAgain).Select(drop => drop.Key).ToHashSet();
        return
        [
            .. plan.Changes.Where(change => !again.Contains(change.Key)).Select(change => DriftEntry.Of(change))
                .Concat(plan.Obstacles.Select(obstacle => DriftEntry.Changed(obstacle.Key))).Distinct(),
        ];
    }
}
