namespace Dowel.Migrations;

/// <summary>Proof that a set of scripts works from nothing: applied to an empty database, undone as far as it can be, and applied again.</summary>
public static class ReplayCheck
{
    /// <summary>Replays the set.</summary>
    /// <param name="scratch">An empty database, made for this.</param>
    /// <param name="set">The scripts.</param>
    /// <param name="options">How to work.</param>
    /// <param name="cancellationToken">Ends the replay.</param>
    /// <returns>What was seen; a script that fails throws, as it would in a real run.</returns>
    public static async Task<ReplayReport> RunAsync(
        IMigrationDatabase scratch, ScriptSet set, MigratorOptions options, CancellationToken cancellationToken = default)
    {
        var migrator = new Migrator(scratch, set, options);
        var empty = await scratch.ReadSchemaTextAsync(cancellationToken).ConfigureAwait(false);
        var run = await migrator.ApplyAsync(cancellationToken).ConfigureAwait(false);
        var first = await scratch.ReadSchemaTextAsync(cancellationToken).ConfigureAwait(false);
        var undoable = CountUndoable(set, run);
        if (undoable == 0)
        {
            return new(run, 0, []);
        }

        await migrator.UndoAsync(undoable, cancellationToken).ConfigureAwait(false);
        var undone = await scratch.ReadSchemaTextAsync(cancellationToken).ConfigureAwait(false);
        var isWhole = run.Applied.All(row => row.Version is not null) && undoable == run.Applied.Count;
        if (isWhole && Differences("after everything is undone", empty, undone) is { Count: > 0 } leftovers)
        {
            // What is left would stand in the way of the scripts, and their failure would hide it.
            return new(run, undoable, leftovers);
        }

        var again = await migrator.ApplyAsync(cancellationToken).ConfigureAwait(false);
        var second = await scratch.ReadSchemaTextAsync(cancellationToken).ConfigureAwait(false);
        return new(run, undoable, Differences("after it is applied again", first, second)) { Again = again };
    }

    private static int CountUndoable(ScriptSet set, MigrationRun run)
    {
        var undo = set.Scripts.Where(script => script.Kind == ScriptKind.Undo).Select(script => script.Id)
            .ToHashSet(StringComparer.Ordinal);
        return run.Applied.Where(row => row.Kind == ScriptKind.Versioned).OrderByDescending(row => row.Version)
            .TakeWhile(row => undo.Contains(row.Id)).Count();
    }

    private static List<ReplayDifference> Differences(string when, string before, string after)
    {
        var (old, now) = (before.Split('\n').ToHashSet(StringComparer.Ordinal), after.Split('\n').ToHashSet(StringComparer.Ordinal));
        return
        [
            .. old.Except(now, StringComparer.Ordinal).Select(line => new ReplayDifference(when, line, IsExtra: false)),
            .. now.Except(old, StringComparer.Ordinal).Select(line => new ReplayDifference(when, line, IsExtra: true)),
        ];
    }
}
