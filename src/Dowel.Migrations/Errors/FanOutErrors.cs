namespace Dowel.Migrations;

/// <summary>What can go wrong with many databases beside what can go wrong with each.</summary>
internal static class FanOutErrors
{
    public static DowelError QueryFailed(string database, string reason) => new(
        "DWL1060",
        $"The query for targets failed on {database}: {reason}",
        "Mend the query; it runs in a transaction that may only read, and gives one name a row: select name from tenants.");

    public static DowelError NotNames(string reason) => new(
        "DWL1061",
        $"The query for targets does not give names: {reason}.",
        "Let it give one column of text with a name in each row: select name from tenants where name is not null.");

    public static DowelError Twice(string name) => new(
        "DWL1062",
        $"The query for targets gives the name '{name}' more than once.",
        "Let it give each name once: select distinct name from tenants.");

    public static DowelError NotTried(string target, Exception failure) => new(
        "DWL1063",
        $"{target} could not be opened: {failure.Message}",
        "Mend what opens the target, and run again; targets that are done are left as they are.");
}
