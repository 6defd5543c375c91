using System.Globalization;

namespace Dowel.Migrations;

/// <summary>What can go wrong between a run and its database.</summary>
internal static class RunErrors
{
    public static DowelError Failed(StatementFailure failure, string consequence, SourceLocation place) => new(
        failure.Kind switch
        {
            FailureKind.RefusedInTransaction => "DWL1102",
            FailureKind.LockTimeout => "DWL1103",
            FailureKind.ConnectionLost => "DWL1105",
            _ => "DWL1101",
        },
        Words(failure),
        failure.Kind switch
        {
            FailureKind.RefusedInTransaction =>
                $"Put '-- dowel: transaction=none' in the script's first line, so that it runs outside a transaction. {consequence}",
            FailureKind.LockTimeout =>
                $"Run again when the other session is done, or wait longer with --lock-timeout. {consequence}",
            FailureKind.ConnectionLost => $"Run again when the server answers. {consequence}",
            _ => $"Mend the script or the data and run again. {consequence}",
        },
        place);

    public static DowelError LockNotAcquired(string database, string? holder, TimeSpan waited) => new(
        "DWL1104",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Another migrator has held the lock of {database} for the {waited.TotalSeconds:0.#} s that this one waited{(holder is null ? "." : $": {holder}.")}"),
        "Let it finish, wait longer with --lock-wait, or end it if it hangs; the lock goes with its connection.");

    public static DowelError Unreachable(string database, string reason) => new(
        "DWL1106",
        $"{database} does not answer: {reason}",
        "Check host, port and that the server runs; 'dowel wait' waits for it.");

    public static DowelError Unusable(string database, string reason) => new(
        "DWL1106",
        $"{database} cannot be used: {reason}",
        "Check that the path names a file that this user may read and write, on a disk with room.");

    public static DowelError Denied(string database, string reason) => new(
        "DWL1107",
        $"{database} refuses: {reason}",
        "Check user, password and permissions.");

    public static DowelError NoSuchDatabase(string database, string reason) => new(
        "DWL1108",
        $"{database} is not there: {reason}",
        "Check the name, or make it with 'dowel create'.");

    public static DowelError ReadOnly(string database, string reason) => new(
        "DWL1109",
        $"{database} cannot be written: {reason}",
        "Connect to the primary server, or make the file and its folder writable.");

    public static DowelError Damaged(string database, string reason) => new(
        "DWL1111",
        $"{database} is not a sound database file: {reason}",
        "Check that the path names a database; if it does, restore a backup.");

    public static DowelError Overtaken(string database) => new(
        "DWL1110",
        $"Other migrators changed the history of {database} again and again while this one ran.",
        "Run again; if it stays, see with 'dowel doctor' who else migrates this database.");

    public static DowelError ForeignHistory(string table, string reason, MigrationTool? tool) => new(
        "DWL1022",
        tool is null
            ? $"The table {table} is not a history that Dowel wrote: {reason}"
            : $"The table {table} is {tool.Title}'s history, not one that Dowel wrote: {reason}",
        tool is null
            ? "Name another table with --history, or \"history\" in dowel.json."
            : $"Give Dowel's history another name, from now on: \"history\": \"dowel_history\" in dowel.json, or --history each time. Then take this one over: 'dowel adopt --from {tool.Name} --history dowel_history'.");

    public static DowelError Pooler(string database) => new(
        "DWL1024",
        $"{database} is reached through a connection pooler, where a session lock does not hold.",
        "Give migrations the server's own address; the service itself may keep the pooler.");

    private static string Words(StatementFailure failure)
    {
        var message = failure.ServerCode is { } code ? $"{failure.Message} ({code})" : failure.Message;
        return failure.Hint is { } hint ? $"{message}\nHint: {hint}" : message;
    }
}
