using System.Collections.Frozen;

namespace Dowel.Migrations;

/// <summary>Names of hooks, which every layout shares: an event in Flyway's spelling and, after two underscores, a description.</summary>
/// <remarks>Pure. Case counts, as it does to Flyway: <c>beforemigrate.sql</c> is no hook.</remarks>
internal static class HookName
{
    private const string Separator = "__";

    private static readonly FrozenDictionary<string, ScriptKind> Kinds = new Dictionary<string, ScriptKind>
    {
        ["beforeMigrate"] = ScriptKind.BeforeRun,
        ["afterMigrate"] = ScriptKind.AfterRun,
        ["beforeEachMigrate"] = ScriptKind.BeforeEach,
        ["afterEachMigrate"] = ScriptKind.AfterEach,
    }.ToFrozenDictionary();

    // Flyway 12: the remaining members of org.flywaydb.core.api.callback.Event.
    private static readonly FrozenSet<string> OtherEvents = new[]
    {
        "beforeClean", "afterClean", "afterCleanError", "beforeEachMigrateStatement", "afterEachMigrateStatement",
        "afterEachMigrateStatementError", "afterEachMigrateError", "beforeRepeatables", "afterVersioned",
        "afterMigrateApplied", "afterMigrateError", "beforeUndo", "beforeEachUndo", "beforeEachUndoStatement",
        "afterEachUndoStatement", "afterEachUndoStatementError", "afterEachUndo", "afterEachUndoError", "afterUndo",
        "afterUndoError", "beforeValidate", "afterValidate", "afterValidateError", "beforeBaseline", "afterBaseline",
        "afterBaselineError", "beforeRepair", "afterRepair", "afterRepairError", "beforeInfo", "afterInfo",
        "afterInfoError", "afterMigrateOperationFinish", "afterInfoOperationFinish", "createSchema",
        "beforeCreateSchema", "beforeConnect", "afterConnect",
    }.ToFrozenSet();

    /// <summary>The events at which hooks run, for messages.</summary>
    public static string Known { get; } = string.Join(", ", Kinds.OrderBy(pair => pair.Value).Select(pair => pair.Key));

    /// <summary>Reads a hook's name.</summary>
    public static bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var isRead = Kinds.TryGetValue(EventOf(file, out var description), out var kind);
        name = new(kind, null, description);
        return isRead;
    }

    /// <summary>Whether a file is named after an event of Flyway, be it one at which something runs or not.</summary>
    public static bool IsCallback(ScriptFileName file) =>
        EventOf(file, out _) is var word && (Kinds.ContainsKey(word) || OtherEvents.Contains(word));

    /// <summary>A hook as messages name it: the event, and the description where it has one.</summary>
    public static string Show(ScriptName name)
    {
        var word = Kinds.First(pair => pair.Value == name.Kind).Key;
        return name.Description.Length == 0 ? word : $"{word} '{name.Description}'";
    }

    private static string EventOf(ScriptFileName file, out string description)
    {
        var text = file.StemWithDirection;
        var separator = text.IndexOf(Separator, StringComparison.Ordinal);
        description = separator < 0 ? "" : text[(separator + Separator.Length)..].Replace('_', ' ').Trim();
        return separator < 0 ? text : text[..separator];
    }
}
