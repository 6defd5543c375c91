namespace Dowel.Migrations;

/// <summary>What can be wrong between another tool's history and a set of scripts.</summary>
internal static class AdoptionErrors
{
    private const int NamesShownMax = 5;

    /// <summary>Scripts are to run on a database that another tool has migrated.</summary>
    public static DowelError InTheWay(ForeignHistory foreign) => new(
        "DWL1040",
        $"This database was migrated by {foreign.Tool.Title} (table {foreign.Table.DisplayName}, {Rows(foreign)}), and Dowel has recorded nothing here.",
        $"Take its history over with 'dowel adopt --from {foreign.Tool.Name}', so that nothing runs twice. If these scripts are others than {foreign.Tool.Title}'s, begin beside it with 'dowel baseline --to 0'.");

    /// <summary>There is nothing to take over.</summary>
    public static DowelError NotFound(string? from, string? schema, IReadOnlyList<ForeignHistory> found)
    {
        var names = found.Select(history => history.Tool.Name).ToList();
        var what = from is null ? "another tool's history" : $"a history of '{from}'";
        return new(
            "DWL1041",
            $"No table {(schema is null ? "here" : $"of the schema {schema}")} is {what} with anything in it"
            + (found.Count == 0 ? "." : $"; there is {string.Join(" and ", found.Select(Place))}."),
            (from is null ? "" : Spelling.DidYouMean(from, names.Concat(HistoryAdoption.Tools)))
            + (found.FirstOrDefault(history => !history.IsOf(schema)) is { } other
                ? $"If these scripts are what {other.Tool.Title} has applied: --from {other.Table.DisplayName}. " : "")
            + $"Check database and --schema. Tools: {string.Join(", ", HistoryAdoption.Tools)}. Where there is no history, 'dowel baseline --to V' records what is there.");
    }

    /// <summary>Several histories could be meant.</summary>
    public static DowelError Ambiguous(IReadOnlyList<ForeignHistory> found)
    {
        var isOneTool = found.Select(history => history.Tool).Distinct().Count() < found.Count;
        return new(
            "DWL1042",
            $"There is more than one history here: {string.Join(", ", found.Select(Place))}.",
            $"Name the one to take over: {string.Join(" or ", found.Select(history => $"--from {(isOneTool ? history.Table.DisplayName : history.Tool.Name)}"))}.");
    }

    /// <summary>The tool has stopped in the middle of a script.</summary>
    public static DowelError Failed(string name, ForeignHistory foreign) => new(
        "DWL1043",
        $"{foreign.Tool.Title} has recorded {name} as failed, so what is there of it is not known (table {foreign.Table.DisplayName}).",
        foreign.Tool.WayOutOfFailure);

    /// <summary>A script was edited since the tool applied it.</summary>
    public static DowelError Changed(Script script, ForeignHistory foreign) => new(
        "DWL1044",
        $"{script.Path} has changed since {foreign.Tool.Title} applied it: its checksum is another.",
        $"Restore the file. If the edit was cosmetic, record the scripts as they stand: 'dowel baseline --to {Newest(foreign)}'.",
        new(script.Path));

    /// <summary>What the tool applied has no file.</summary>
    public static DowelError Missing(ForeignEntry entry, ForeignHistory foreign) => new(
        "DWL1045",
        $"{foreign.Tool.Title} has applied {entry.Name}. {foreign.Tool.WhyMissing}.",
        "Restore the file, or name the folder that it is in. If it is gone for good, record the others as they stand with 'dowel baseline --to' and the newest version of these scripts that is applied.");

    /// <summary>Dowel has a history that is not the tool's.</summary>
    public static DowelError HistoryTaken(History history, ForeignHistory foreign) => new(
        "DWL1046",
        history.Scripts.Count == 0
            ? $"Dowel has a history here already. It is empty: all was undone, or it was begun beside {foreign.Tool.Title}."
            : $"Dowel has a history here already, beginning with {history.Scripts[0].Source}, and not all that {foreign.Tool.Title} has applied is in it.",
        $"Let one tool alone migrate a database: bring what {foreign.Tool.Title} applied meanwhile in line by hand, or keep another history with --history.");

    /// <summary>A script below the newest was never applied by the tool.</summary>
    public static DowelError Skipped(Script script, MigrationVersion newest, ForeignHistory foreign) => new(
        "DWL1047",
        $"{script.Path} comes before {newest}, the newest that {foreign.Tool.Title} has applied, and {foreign.Tool.Title} has not applied it.",
        "It is not recorded. Give it a later version, or let it run late: 'dowel up --out-of-order allow'.",
        new(script.Path));

    /// <summary>Entries for which Dowel has no row.</summary>
    public static DowelError NotKept(IReadOnlyList<string> names, ForeignHistory foreign) => new(
        "DWL1048",
        $"{foreign.Tool.Title} has applied what is no script of this set, and it is not recorded: {Some(names)}.",
        "Nothing is to be done for the database that is there; a new one needs its work from a script.");

    /// <summary>A repeatable script whose text is not known to be the applied one.</summary>
    public static DowelError RunsAgain(Script script, ForeignHistory foreign) => new(
        "DWL1048",
        $"{script.Path} is not as {foreign.Tool.Title} applied it last, or has placeholders that cannot be compared; it is not recorded.",
        "The next 'dowel up' runs it once more, as after any edit of a repeatable script.",
        new(script.Path));

    /// <summary>The tool keeps the newest version only.</summary>
    public static DowelError Assumed(IReadOnlyList<Script> scripts, ForeignEntry entry, ForeignHistory foreign) => new(
        "DWL1049",
        $"{foreign.Tool.Title} keeps nothing but {entry.Name}; {(scripts.Count == 1 ? "the script" : $"the {scripts.Count} scripts")} below it {(scripts.Count == 1 ? "is" : "are")} taken for applied.",
        $"If one was added late, {foreign.Tool.Title} has passed over it: put its work into a new script.");

    private static string Newest(ForeignHistory foreign) =>
        foreign.Entries.Max(entry => entry.Version) is { } version ? version.Text : "V";

    private static string Place(ForeignHistory history) => $"{history.Tool.Title}'s {history.Table.DisplayName}";

    private static string Rows(ForeignHistory foreign) => foreign.RowCount == 1 ? "1 row" : $"{foreign.RowCount} rows";

    private static string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(NamesShownMax))
        + (names.Count > NamesShownMax ? $" and {names.Count - NamesShownMax} more" : "");
}
