namespace Dowel.Migrations;

/// <summary>What taking versions back would do, newest first, and all that forbids it. Pure.</summary>
/// <param name="Undone">The rows to be taken out of the history, in the order in which they go.</param>
/// <param name="Scripts">The undo script for each.</param>
/// <param name="Refusals">All that forbids the run.</param>
public sealed record UndoPlan(
    IReadOnlyList<AppliedScript> Undone, IReadOnlyList<PreparedScript> Scripts, IReadOnlyList<DowelError> Refusals)
{
    /// <summary>Finds the undo scripts for the newest versions.</summary>
    /// <param name="set">The scripts as loaded.</param>
    /// <param name="history">The past as read.</param>
    /// <param name="options">Tokens; the target stays applied and everything above it goes.</param>
    /// <param name="count">How many versions go where there is no target, at least 1.</param>
    public static UndoPlan Create(ScriptSet set, History history, PlanOptions options, int count)
    {
        var errors = new List<DowelError>([.. set.Errors, .. options.Tokens.Errors]);
        var newestFirst = history.Scripts.Where(row => row.Version is not null).OrderByDescending(row => row.Version);
        if (options.Target is { } target && target.Key != "0" && newestFirst.All(row => row.Version != target))
        {
            errors.Add(PlanErrors.UnknownVersion(target.Text));
        }

        var undone = options.Target is { } stays
            ? newestFirst.TakeWhile(row => row.Version > stays).ToList()
            : newestFirst.Take(count).ToList();
        var undo = set.Scripts.Where(script => script.Kind == ScriptKind.Undo)
            .ToDictionary(script => script.Id, StringComparer.Ordinal);
        var scripts = new List<PreparedScript>(undone.Count);
        foreach (var row in undone)
        {
            if (row.Kind == ScriptKind.Baseline)
            {
                errors.Add(PlanErrors.BaselineUndo(row));
            }
            else if (!undo.TryGetValue(row.Id, out var script))
            {
                errors.Add(row.IsCode ? CodeErrors.NotReversible(row) : PlanErrors.NoUndo(row));
            }
            else if (MigrationPlan.Prepare(script, set, history, options, errors) is { } prepared)
            {
                scripts.Add(prepared);
            }
        }

        return new(undone, scripts, errors);
    }
}
