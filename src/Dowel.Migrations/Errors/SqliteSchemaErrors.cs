namespace Dowel.Migrations;

/// <summary>What keeps the schema of a SQLite database from being read or written.</summary>
internal static class SqliteSchemaErrors
{
    public static DowelError Unreadable(string reason) => new(
        "DWL3220",
        $"The database's schema cannot be read: {reason}.",
        "Look at it with 'pragma integrity_check' in the sqlite3 shell; if the file is damaged, restore a backup.");

    public static DowelError UnreadableTable(string table, string reason) => new(
        "DWL3220",
        $"The definition of table {table} cannot be read: {reason}.",
        "Look at it with '.schema' in the sqlite3 shell: a definition is like this where sqlite_schema was written by hand. Make the table anew, or restore a backup.");

    public static DowelError NotRenamed(string what) => new(
        "DWL3230",
        $"SQLite cannot rename {what}: there is no statement for it, and nothing else in its table changes.",
        "Leave the renaming out: a constraint by another name is made with its table anew, which loses nothing.");
}
