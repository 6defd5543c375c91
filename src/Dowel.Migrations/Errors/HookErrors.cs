namespace Dowel.Migrations;

/// <summary>What can be wrong with hooks.</summary>
internal static class HookErrors
{
    public static DowelError NotInTransaction(Script hook, SourceLocation place) => new(
        "DWL1052",
        $"The hook {hook.Path} cannot run in a transaction, because of {(hook.Directives.WithoutTransaction ? "its directive transaction=none" : "the statement here")}.",
        "Put the statement in a script, or in a repeatable script that runs behind the others; a hook is part of a transaction.",
        place);
}
