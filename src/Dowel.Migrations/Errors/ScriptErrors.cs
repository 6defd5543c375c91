namespace Dowel.Migrations;

/// <summary>What can be wrong with the text of one script.</summary>
internal static class ScriptErrors
{
    public static DowelError Unreadable(SplitError error, SourceLocation place) => error.Kind switch
    {
        SplitErrorKind.MetaCommand => new(
            "DWL1010",
            $"{error.What} is a command of a database client, not of the server.",
            "Take it out, or write in SQL what it does.",
            place),
        SplitErrorKind.IllegalCharacter => LoadErrors.Nul(place, error.Offset),
        _ => new(
            "DWL1009",
            $"The {error.What} that begins here is never closed.",
            "Close it; everything up to the end of the file would belong to it.",
            place),
    };

    public static DowelError UnclosedTransaction(SourceLocation place) => new(
        "DWL1017",
        "The transaction that begins here is neither committed nor rolled back.",
        "End it in the same script, or leave begin and commit out: a script runs in a transaction by itself.",
        place);

    public static DowelError ResumedScriptEdited(Script script, int number, int done, SourceLocation place) => new(
        "DWL1020",
        $"{script.Path} stopped after {done} of its statements were done, and statement {number} has been edited since.",
        $"Restore the statements that are done and edit only what comes behind them, or run 'dowel repair {script.Name}' if the edit was cosmetic.",
        place);

    public static DowelError InDoubt(PreparedScript script, int number) => new(
        "DWL1019",
        $"Statement {number} of {script.Script.Path} was begun by an earlier run and did not end well, and the server cannot tell what it has done.",
        $"Look whether its work is there, then say 'dowel repair {script.Script.Name} --done' or 'dowel repair {script.Script.Name} --redo'.",
        number <= script.Statements.Count ? script.Locate(script.Statements[number - 1]) : new(script.Script.Path));
}
