namespace Dowel.Migrations;

/// <summary>What a run would do: how each script stands, what is to be applied in which order, and all that forbids it.</summary>
/// <remarks>Creating a plan reads nothing and writes nothing; the same input gives the same plan.</remarks>
public sealed class MigrationPlan
{
    private MigrationPlan(
        string layout, IReadOnlyList<ScriptStatus> scripts, IReadOnlyList<PreparedScript> pending)
    {
        Layout = layout;
        Scripts = scripts;
        Pending = pending;
    }

    /// <summary>The naming convention of the set.</summary>
    public string Layout { get; }

    /// <summary>How every script stands, in the order in which they run; those beyond the target too.</summary>
    public IReadOnlyList<ScriptStatus> Scripts { get; }

    /// <summary>What is to be applied, in order; empty where a text could not be read.</summary>
    public IReadOnlyList<PreparedScript> Pending { get; }

    /// <summary>What runs around the pending scripts; nothing where none is pending.</summary>
    public RunHooks Hooks { get; private init; } = RunHooks.None;

    /// <summary>What counts on sessions: the scripts, and where some run in steps, the hooks in whose session they go on, each statement a step.</summary>
    internal IReadOnlyList<PreparedScript> Sessions => Pending.Any(script => script.Mode == TransactionMode.Stepwise)
        ? [.. Hooks.BeforeEach.Select(hook => hook.InSteps()), .. Pending]
        : Pending;

    /// <summary>All that forbids the run; empty where it may go on.</summary>
    public required IReadOnlyList<DowelError> Refusals { get; init; }

    /// <summary>What is worth a word and forbids nothing.</summary>
    public required IReadOnlyList<DowelError> Warnings { get; init; }

    /// <summary>Compares scripts with history.</summary>
    /// <param name="set">The scripts as loaded.</param>
    /// <param name="history">The past as read.</param>
    /// <param name="options">The target, the policies and the tokens.</param>
    public static MigrationPlan Create(ScriptSet set, History history, PlanOptions options)
    {
        var comparison = HistoryComparison.Of(set, history, options);
        var errors = new List<DowelError>([.. set.Errors, .. options.Tokens.Errors, .. comparison.Errors]);
        if (options.Target is { } target && !comparison.Statuses.Any(status => status.Version == target))
        {
            errors.Add(PlanErrors.UnknownVersion(target.Text));
        }

        var pending = comparison.Statuses
            .Where(status => status is { IsPending: true, Script: not null, Applied: null or { Kind: ScriptKind.Repeatable } })
            .Where(status => IsWithin(options.Target, status))
            .Select(status => Prepare(status.Script!, set, history, options, errors))
            .OfType<PreparedScript>()
            .ToList();
        if (options.Atomic)
        {
            errors.AddRange(pending.Where(script => script.Mode == TransactionMode.Stepwise).Select(RefuseAtomic));
        }

        var hooks = pending.Count > 0 ? RunHooks.Prepare(set, options, errors) : RunHooks.None;
        var counts = pending.ToDictionary(script => script.Script, script => script.Statements.Count);
        return new(set.Layout, [.. comparison.Statuses.Select(status => Count(status, counts))], pending)
        {
            Refusals = errors,
            Warnings = comparison.Warnings,
            Hooks = hooks,
        };
    }

    /// <summary>The same plan with one thing more that forbids it, and nothing to run.</summary>
    internal MigrationPlan RefusedBy(DowelError error) => new(Layout, Scripts, [])
    {
        Refusals = [.. Refusals, error],
        Warnings = Warnings,
    };

    /// <summary>Prepares one script of the set for a run, resumed where an earlier run left rows in the journal.</summary>
    internal static PreparedScript? Prepare(
        Script script, ScriptSet set, History history, PlanOptions options, List<DowelError> errors)
    {
        var prepared = ScriptPreparer.Prepare(script, set.Tokens, options, errors);
        return prepared is not null && history.JournalOf(script) is { Count: > 0 } journal
            ? ScriptPreparer.Resume(prepared, journal, errors)
            : prepared;
    }

    // Repeatable scripts build on the newest version, so a run with a target before it leaves them.
    private static bool IsWithin(MigrationVersion? target, ScriptStatus status) =>
        target is null || status.Version <= target;

    private static ScriptStatus Count(ScriptStatus status, Dictionary<Script, int> counts) =>
        status.Script is { } script && counts.TryGetValue(script, out var count)
            ? status with { Statements = count }
            : status with { Statements = status.Applied?.Statements };

    private static DowelError RefuseAtomic(PreparedScript script) =>
        PlanErrors.Atomic(script.Script, script.Locate(ScriptSteps.CulpritOf(script.Statements)));
}
