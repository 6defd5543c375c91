using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What happens in a run, in words. Pure.</summary>
internal static class EventText
{
    /// <summary>An event as a line; empty where it is not worth one.</summary>
    public static string Of(MigrationEvent value) => value switch
    {
        MigrationEvent.ScriptStarting starting => $"running {Position(starting)}",
        MigrationEvent.StatementDone done =>
            $"statement {done.Number} of {done.Script.Statements.Count} of {NameOf(done.Script.Script)} is done",
        MigrationEvent.ScriptApplied { Script.Elapsed: { } elapsed } => $"done in {Wording.Of(elapsed)}",
        MigrationEvent.ScriptApplied => "done",
        MigrationEvent.Notice notice => notice.Text,
        MigrationEvent.WaitingForLock { Holder: null } => "waiting for another migrator",
        MigrationEvent.WaitingForLock waiting => $"waiting for another migrator: {waiting.Holder}",
        MigrationEvent.Retrying retrying =>
            $"{NameOf(retrying.Script.Script)}: {retrying.Message}; trying again after try {retrying.Try}",
        _ => "",
    };

    /// <summary>Which script of how many.</summary>
    public static string Position(MigrationEvent.ScriptStarting starting) =>
        $"{NameOf(starting.Script.Script)} ({starting.Number} of {starting.Total})";

    private static string NameOf(Script script) =>
        script.Version is null ? script.Description : $"{script.Version.Value.Text} {script.Description}";
}
