namespace Dowel.Migrations;

/// <summary>What keeps the schema of a SQLite database from being read.</summary>
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
}
