namespace Dowel.Migrations;

/// <summary>Names of hooks, which every layout shares: an event in Flyway's spelling and, after two underscores, a description.</summary>
/// <remarks>Pure. Case counts, as it does to Flyway: <c>beforemigrate.sql</c> is no hook.</remarks>
internal static class HookName
{
    private const string Separator = "__";
    private const string BeforeRun = "beforeMigrate";
    private const string AfterRun = "afterMigrate";
    private const string BeforeEach = "beforeEachMigrate";
    private const string AfterEach = "afterEachMigrate";

    // Flyway 12: the remaining members of org.flywaydb.core.api.callback.Event.
    private static readonly string[] OtherEvents =
    [
        "beforeClean", "afterClean", "afterCleanError", "beforeEachMigrateStatement", "afterEachMigrateStatement",
        "afterEachMigrateStatementError", "afterEachMigrateError", "beforeRepeatables", "afterVersioned",
        "afterMigrateApplied", "afterMigrateError", "beforeUndo", "beforeEachUndo", "beforeEachUndoStatement",
        "afterEachUndoStatement", "afterEachUndoStatementError", "afterEachUndo", "afterEachUndoError", "afterUndo",
        "afterUndoError", "beforeValidate", "afterValidate", "afterValidateError", "beforeBaseline", "afterBaseline",
        "afterBaselineError", "beforeRepair", "afterRepair", "afterRepairError", "beforeInfo", "afterInfo",
        "afterInfoError", "afterMigrateOperationFinish", "afterInfoOperationFinish", "createSchema",
        "beforeCreateSchema", "beforeConnect", "afterConnect",
    ];

    /// <summary>The events at which hooks run, for messages.</summary>
    public static string Known { get; } = $"{BeforeRun}, {AfterRun}, {BeforeEach}, {AfterEach}";

    /// <summary>Reads a hook's name.</summary>
    public static bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var kind = KindOf(EventOf(file, out var description));
        name = new(kind, null, description);
        return kind.IsHook;
    }

    /// <summary>Whether a file is named after an event of Flyway, be it one at which something runs or not.</summary>
    public static bool IsCallback(ScriptFileName file) =>
        EventOf(file, out _) is var word && (KindOf(word).IsHook || Array.IndexOf(OtherEvents, word) >= 0);

    /// <summary>A hook as messages name it: the event, and the description where it has one.</summary>
    public static string Show(ScriptName name)
    {
        var word = name.Kind switch
        {
            ScriptKind.BeforeRun => BeforeRun,
            ScriptKind.AfterRun => AfterRun,
            ScriptKind.BeforeEach => BeforeEach,
            _ => AfterEach,
        };
        return name.Description.Length == 0 ? word : $"{word} '{name.Description}'";
    }

    // Any kind that is no hook's, where the word is none of the four.
    private static ScriptKind KindOf(string word) => word switch
    {
        BeforeRun => ScriptKind.BeforeRun,
        AfterRun => ScriptKind.AfterRun,
        BeforeEach => ScriptKind.BeforeEach,
        AfterEach => ScriptKind.AfterEach,
        _ => ScriptKind.Versioned,
    };

    private static string EventOf(ScriptFileName file, out string description)
    {
        var text = file.StemWithDirection;
        var separator = text.IndexOf(Separator, StringComparison.Ordinal);
        description = separator < 0 ? "" : text[(separator + Separator.Length)..].Replace('_', ' ').Trim();
        return separator < 0 ? text : text[..separator];
    }
}
