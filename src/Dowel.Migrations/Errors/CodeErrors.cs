namespace Dowel.Migrations;

/// <summary>What can be wrong with migrations that are classes.</summary>
internal static class CodeErrors
{
    /// <summary>The code of <see cref="NotLoaded"/>.</summary>
    public const string NotLoadedCode = "DWL1027";

    public static DowelError NotLoaded(string name, string assembly) => new(
        NotLoadedCode,
        $"The class {name} of '{assembly}' is a migration, and the assembly is read without running any of it.",
        "Migrate from the service itself: give the class to the set, 'set.With(new …())', and run 'Migrator.ApplyAsync'. The command runs sets of scripts alone.",
        new(name));

    public static DowelError Duplicate(Script first, Script second) => new(
        "DWL1002",
        $"'{first.Path}' and '{second.Path}' are both {(second.Kind == ScriptKind.Undo ? "undo of " : "")}version {second.Name}.",
        "Give the newer of the two the next free version.",
        new(second.Path));

    public static DowelError Changed(Script script, AppliedScript applied) => new(
        "DWL1004",
        $"{script.Path} names another checksum than it had when it was applied on {applied.AppliedAt:u}.",
        "Give the class its old checksum and put the change in a new one; where the change was cosmetic, accept it with 'Migrator.RepairAsync'.",
        new(script.Path));

    public static DowelError Absent(AppliedScript applied) => new(
        "DWL1050",
        $"Version {applied.Name} was applied on {applied.AppliedAt:u} by the class {applied.Source}, which is not in this set.",
        "Run the service's own migrator, whose set has the class: 'set.With(new …())'. A folder of scripts alone is not the whole set.");

    public static DowelError NotReversible(AppliedScript applied) => new(
        "DWL1051",
        $"Version {applied.Name} was applied by the class {applied.Source}, and nothing in the set undoes it.",
        $"Let the class implement {nameof(IReversibleCodeMigration)} and give it to the set, write an undo script for version {applied.Name}, or undo fewer versions.");

    public static DowelError Failed(StatementFailure failure, string consequence, SourceLocation place) => failure.Kind switch
    {
        FailureKind.EndedTransaction => new(
            "DWL1028",
            $"{place.File} has ended the transaction it was given: {failure.Message}",
            $"Leave commit and rollback out of the class, and the connection open; Dowel ends the transaction. Nothing of this transaction is recorded, but what was committed in it stays, so look at it before the next run. {consequence}",
            place),
        FailureKind.LockTimeout or FailureKind.ConnectionLost or FailureKind.LockLost => RunErrors.Failed(failure, consequence, place),
        _ => new(
            "DWL1029",
            failure.ServerCode is { } code ? $"{place.File} failed: {failure.Message} ({code})" : $"{place.File} failed: {failure.Message}",
            $"Mend the class or the data and run again. {consequence}",
            place),
    };
}
