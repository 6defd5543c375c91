using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What comparing schemas and writing migrations finds.</summary>
internal static class SchemaErrors
{
    /// <summary>The code of a difference between the engines.</summary>
    public const string NotPortableCode = "DWL3260";

    private const string LossCode = "DWL3201";

    /// <summary>A change takes values away, and nobody has said that it may.</summary>
    /// <param name="loss">The change.</param>
    /// <param name="count">How many rows or values go; null where that is not known.</param>
    /// <param name="line">Says that it is a new name, with the names filled in; null where there is none.</param>
    public static DowelError Loss(PlannedLoss loss, long? count, string? line) => new(
        LossCode,
        $"{loss.Word} takes away {What(loss, count)}.",
        line is null ? $"If that is meant, say --allow {loss.Word}." : $"If it only has a new name, add the line: {line}\nIf it is to go, say --allow {loss.Word}.");

    /// <summary>A type would not hold all of a column's values, and nobody has said what becomes of them.</summary>
    /// <param name="loss">The change.</param>
    /// <param name="types">The type before and the one after; null where they are not known.</param>
    /// <param name="line">How to say what the values become; null where it cannot be said.</param>
    public static DowelError Narrowing(PlannedLoss loss, (string Before, string After)? types, string? line) => new(
        LossCode,
        $"{loss.Word} may cut off, change or refuse values of {loss.Key}{(types is var (before, after) ? $", which is {before} and would be {after}" : "")}.",
        line is null ? $"If every value fits, say --allow {loss.Word}." : $"Say what the values become: {line}\nIf every value fits as it is, say --allow {loss.Word}.");

    /// <summary>A table is new that looks like one whose record is gone.</summary>
    /// <param name="old">The table that has no record.</param>
    /// <param name="made">The new one.</param>
    /// <param name="word">What says that there are to be two.</param>
    public static DowelError Twin(ObjectKey old, ObjectKey made, string word) => new(
        "DWL3209",
        $"{made.Path} would be made empty beside {old.Path}, which has the same columns and no record any more.",
        $"If it only has a new name, add the line: [RenamedFrom(\"{old.Name}\")] on the record of {made.Path}\nIf both are to be there, say --allow {word}; if the old one is to go with its rows, say --allow drop-table:{old.Path}.");

    /// <summary>Numbers would become the labels of an enum, and nobody has said which.</summary>
    /// <param name="column">The column.</param>
    /// <param name="labels">The labels, in the order in which the enum has them.</param>
    public static DowelError Unlabelled(ObjectKey column, IReadOnlyList<string> labels) => new(
        "DWL3275",
        $"{column.Path} has numbers and would have labels of an enum, and nothing says which number is which label.",
        $"Say it, with the numbers that the enum had: [Backfill(\"case {column.Part} {string.Join(' ', labels.Select((label, number) => $"when {number} then '{label.Replace("'", "''", StringComparison.Ordinal)}'"))} end\")] on the property; or leave [AsNumber] on the enum.");

    /// <summary>SQLite would take a decimal's digits for others.</summary>
    /// <param name="key">The column.</param>
    /// <param name="types">Its type on PostgreSQL before and after.</param>
    /// <param name="conversion">What makes SQLite's values the same again; null where one statement does not.</param>
    public static DowelError OtherUnit(ObjectKey key, (string Before, string After) types, string? conversion) => new(
        "DWL3265",
        $"{key.Path} is {types.Before} on PostgreSQL and would be {types.After}; on SQLite the values that are there would mean other numbers, since a decimal is stored there by its digits.",
        conversion is null
            ? $"Add a column beside {key.Path}, copy the values through the repositories, and drop the old one in a later migration."
            : $"Change it in two scripts of your own that have one version, as 'dowel new NAME' names them: for SQLite {conversion} and for PostgreSQL alter table {key.Name} alter column {key.Part} type {types.After};");

    /// <summary>A change cannot be made, or not without another word.</summary>
    public static DowelError Obstacle(PlanObstacle obstacle) => new("DWL3202", $"{obstacle.Key}: {obstacle.Problem}", obstacle.Remedy);

    /// <summary>A new name is said of what is nowhere.</summary>
    public static DowelError UnusedRename(RenameIntent rename) => new(
        "DWL3203", $"'{rename.From.Path} -> {rename.To.Path}' renames nothing: neither name is there.", "Mend the names, or take the line away.");

    /// <summary>A line about a new name cannot be read.</summary>
    public static DowelError BadRename(SourceLocation place) => new(
        "DWL3204",
        "The line does not say what is renamed.",
        "Write the old and the new name, columns with their table: '-- dowel: renamed user -> users', '-- dowel: renamed users.mail -> users.email'.",
        place);

    /// <summary>A word of <c>--allow</c> allows nothing.</summary>
    public static DowelError UnusedAllow(string word) => new(
        "DWL3205", $"--allow {word} allows nothing: no change of that name takes anything away.", "Take it away, or write the word as the message about the loss has it.");

    /// <summary>Throw-away databases of PostgreSQL are wanted, and no server is named.</summary>
    public static DowelError NeedsServer() => new(
        "DWL3206",
        "PostgreSQL's part needs a server for a throw-away database, and none is named.",
        "Name one with --url postgres://user@host/database, whose data is not touched; or leave PostgreSQL out with --engine sqlite.");

    /// <summary>The two sides are of different engines.</summary>
    public static DowelError TwoEngines() => new(
        "DWL3207",
        "One side is a database on SQLite and the other is on PostgreSQL: their schemas cannot be compared statement by statement.",
        "Compare each with the scripts; 'dowel verify --url postgres://…' says whether the scripts mean the same on both.");

    /// <summary>Something is there that Dowel does not know how to compare.</summary>
    public static DowelError Unmodelled(string side, IReadOnlyList<string> names) => new(
        "DWL3208", $"Not compared, since Dowel has no model of it ({side}): {string.Join(", ", names)}.", "Look after it by hand: 'dowel new NAME' begins a script.");

    /// <summary>The migration does not lead where it should.</summary>
    public static DowelError NotReached(string engine, IEnumerable<string> rest) => new(
        "DWL3250",
        $"The migration for {engine} does not lead to the schema that is wanted; nothing was written. Still to do after it:\n  {string.Join("\n  ", rest)}",
        "This is a mistake in Dowel: please report it with the two schemas. 'dowel new NAME' begins a script by hand.");

    /// <summary>The migration changes what it should keep.</summary>
    public static DowelError NotKept(string engine, string problem) => new(
        "DWL3251",
        $"The migration for {engine} does not keep all values: {problem}; nothing was written.",
        "This is a mistake in Dowel: please report it with the two schemas. 'dowel new NAME' begins a script by hand.");

    /// <summary>The migration runs on rows that keep its new rules alone, or on empty tables, as far as could be seen.</summary>
    public static DowelError NotOnRows(string engine, string reason, bool isEmpty) => new(
        "DWL3252",
        $"On {engine} the migration fails over the rows that were made up for its proof: {reason}",
        $"It is proven {(isEmpty ? "for empty tables" : "on rows that keep the new rule")}. Look whether rows that are there can break the new rule, and mend them before it in the script.");

    /// <summary>The engine refuses the migration.</summary>
    public static DowelError NotRun(string engine, string reason) => new(
        "DWL3253",
        $"{engine} refuses the migration; nothing was written: {reason}",
        "Make the change in smaller steps, or begin a script by hand with 'dowel new NAME'.");

    /// <summary>Tables had fewer rows in the proof than were wanted.</summary>
    public static DowelError FewRows(string engine, IReadOnlyList<string> tables) => new(
        "DWL3259",
        $"On {engine} the migration is proven on fewer rows than usual: {string.Join("; ", tables)}",
        "Nothing is wrong with the migration as far as could be seen. Try it on a copy of real rows where these tables matter.");

    /// <summary>There is no folder to write to.</summary>
    public static DowelError NoFolder(string path) => new(
        "DWL3254", $"'{path}' is no folder that scripts can be written to.", "Name the folder of the scripts with --dir.");

    /// <summary>The way back is left out.</summary>
    public static DowelError NoWayBack(string engine, string reason) => new(
        "DWL3255", $"No script takes the migration back on {engine}: {reason}", "Write one by hand if it is wanted; 'dowel down' refuses the version until then.");

    /// <summary>A name of a tool's list stands for one engine alone.</summary>
    public static DowelError OneEngineAlone() => new(
        "DWL3256", "Drizzle's folders hold scripts for one engine, and the two engines need different ones here.", "Say which with --engine sqlite or --engine postgres.");

    /// <summary>The engine refuses what the records say.</summary>
    public static DowelError RecordsNotMade(string engine, SchemaStatementException failure) => new(
        "DWL3261",
        $"{engine} refuses the table of a record: {failure.Message}, in:\n  {failure.Sql.ReplaceLineEndings("\n  ")}",
        "Mend the attributes of the record; the statement says what became of them. It was tried on a throw-away database; nothing else was touched.");

    /// <summary>The two engines do not hold the same.</summary>
    /// <param name="difference">What differs.</param>
    /// <param name="script">The script after which it does.</param>
    public static DowelError NotPortable(LogicalDifference difference, string script) => new(
        NotPortableCode,
        $"{difference.Name}: {difference.Problem} So it is after {script}.",
        "Make both variants of the script mean the same, or say in a later script what is to hold on both.",
        new(script));

    private static string What(PlannedLoss loss, long? count) => count is not { } number ? $"{loss.Key}"
        : loss.Key is { Kind: ObjectKind.Enum, Part: { } label } ? $"the label {label} of enum {loss.Key.Name}, which {Counted(number, "value")} {(number == 1 ? "is" : "are")}"
        : loss.Key.Kind is ObjectKind.Table ? $"{loss.Key} with {Counted(number, "row")}"
        : $"{Counted(number, "value")} of {loss.Key}";

    private static string Counted(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
