namespace Dowel.Migrations;

/// <summary>What can be wrong between a set of scripts and a history.</summary>
internal static class PlanErrors
{
    public static DowelError Changed(Script script, AppliedScript applied) => new(
        "DWL1004",
        $"{script.Path} has changed since it was applied on {applied.AppliedAt:u}.",
        $"Restore the file and put the change in a new script, or run 'dowel repair {script.Name}' if the edit was cosmetic.",
        new(script.Path));

    public static DowelError Missing(AppliedScript applied) => new(
        "DWL1005",
        $"{applied.Source} was applied on {applied.AppliedAt:u} and is no longer among the scripts.",
        "Restore the file; an applied script is part of the database's history.");

    public static DowelError OutOfOrder(Script script, MigrationVersion newest) => new(
        "DWL1006",
        $"{script.Path} comes before {newest}, which is already applied.",
        "Give the script a later version, or allow it: '-- dowel: out-of-order=allow' in its first line, or --out-of-order allow.",
        new(script.Path));

    public static DowelError Newer(AppliedScript applied, MigrationVersion? newest) => new(
        "DWL1007",
        newest is null
            ? $"The database is at version {applied.Name}, and there are no versioned scripts."
            : $"The database is at version {applied.Name}, newer than the newest script, {newest}.",
        "Run the release that the database belongs to, or bring its newer scripts here.");

    public static DowelError Gap(Script script, MigrationVersion before) => new(
        "DWL1015",
        $"{script.Path} follows {before}, and a number between them is missing.",
        "Number the scripts without a gap, or allow gaps in the settings.",
        new(script.Path));

    public static DowelError NoUndo(AppliedScript applied) => new(
        "DWL1016",
        $"Version {applied.Name} ({applied.Source}) has no script that undoes it.",
        "Write one (U__ in a flyway layout, .down.sql in pairs), or undo fewer versions.");

    public static DowelError BaselineUndo(AppliedScript applied) => new(
        "DWL1016",
        $"Version {applied.Name} was recorded by a baseline; Dowel did not apply it and cannot undo it.",
        "Undo fewer versions.");

    public static DowelError Atomic(Script script, SourceLocation place) => new(
        "DWL1018",
        $"{script.Path} cannot run in a transaction, because of the statement here, so the run cannot be atomic.",
        "Run without --atomic, or apply up to the script before it with --to first.",
        place);

    public static DowelError UnknownVersion(string version) => new(
        "DWL1021",
        $"There is no version {version}.",
        "Run 'dowel status' to see the versions there are.");

    public static DowelError BaselineTaken(AppliedScript applied) => new(
        "DWL1023",
        $"The database has a history already: {applied.Source} was applied on {applied.AppliedAt:u}.",
        "A baseline is for a database that Dowel has not touched; use 'dowel repair' to settle single scripts.");

    public static DowelError UndoUnfinished(AppliedScript applied) => new(
        "DWL1025",
        $"Version {applied.Name} ({applied.Source}) was being undone, and the run stopped half-way.",
        "Run 'dowel down' once more to finish it before anything else is applied.");

    public static DowelError NotInDoubt(Script? script) => new(
        "DWL1026",
        script is null ? "No statement of any script is in doubt." : $"No statement of {script.Path} is in doubt.",
        "Leave --done and --redo out; 'dowel status' tells what is open.",
        script is null ? null : new(script.Path));

    public static DowelError StillInDoubt(Script script, int number) => new(
        "DWL1019",
        $"Statement {number} of {script.Path} was begun, and nothing says whether it ended.",
        $"'dowel up' finds out where the server can tell. Else look whether its work is there, and say 'dowel repair {script.Name} --done' or 'dowel repair {script.Name} --redo'.",
        new(script.Path));
}
