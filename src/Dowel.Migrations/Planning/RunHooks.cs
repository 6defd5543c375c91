namespace Dowel.Migrations;

/// <summary>The hooks of a run, each kind in the order of descriptions; none is recorded in the history.</summary>
public sealed record RunHooks
{
    /// <summary>No hooks.</summary>
    public static RunHooks None { get; } = new();

    /// <summary>Run before the first script, each in a transaction of its own.</summary>
    public IReadOnlyList<PreparedScript> BeforeRun { get; private init; } = [];

    /// <summary>Run before each script, in its transaction where it has one.</summary>
    public IReadOnlyList<PreparedScript> BeforeEach { get; private init; } = [];

    /// <summary>Run after each script, in its transaction where it has one.</summary>
    public IReadOnlyList<PreparedScript> AfterEach { get; private init; } = [];

    /// <summary>Run after the last script, each in a transaction of its own.</summary>
    public IReadOnlyList<PreparedScript> AfterRun { get; private init; } = [];

    /// <summary>Whether any hook runs beside the scripts' own transactions.</summary>
    internal bool HasOwnTransactions => BeforeRun.Count + AfterRun.Count > 0;

    /// <summary>Prepares the hooks of a set.</summary>
    /// <param name="set">The scripts as loaded.</param>
    /// <param name="options">The tokens and their dialect.</param>
    /// <param name="errors">Takes what is wrong with a hook's text, and hooks that no transaction can hold.</param>
    internal static RunHooks Prepare(ScriptSet set, PlanOptions options, List<DowelError> errors)
    {
        var hooks = set.Scripts.Where(script => script.Kind.IsHook)
            .Select(hook => ScriptPreparer.Prepare(hook, set.Tokens, options, errors))
            .OfType<PreparedScript>()
            .ToLookup(hook => hook.Script.Kind);
        errors.AddRange(hooks.SelectMany(kind => kind)
            .Where(hook => hook.Mode == TransactionMode.Stepwise)
            .Select(hook => HookErrors.NotInTransaction(hook.Script, hook.Locate(ScriptSteps.CulpritOf(hook.Statements)))));
        return new()
        {
            BeforeRun = [.. hooks[ScriptKind.BeforeRun]],
            BeforeEach = [.. hooks[ScriptKind.BeforeEach]],
            AfterEach = [.. hooks[ScriptKind.AfterEach]],
            AfterRun = [.. hooks[ScriptKind.AfterRun]],
        };
    }
}
