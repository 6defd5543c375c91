using System.Text;

namespace Dowel.Sqlite;

/// <summary>The schema as the engine keeps it: the text of each statement that made it, one line an object.</summary>
internal static class SqliteSchemaText
{
    /// <summary>Reads the schema.</summary>
    /// <param name="engine">An open connection.</param>
    /// <param name="own">The names of Dowel's own tables, which do not count.</param>
    public static string Read(SqliteExecutor engine, IReadOnlyCollection<string> own)
    {
        var text = new StringBuilder();
        engine.Run(
            "select type, tbl_name, sql from sqlite_master where sql is not null and name not like 'sqlite\\_%' escape '\\' order by type, name",
            [],
            row =>
            {
                if (!own.Contains(row(1), StringComparer.Ordinal))
                {
                    text.Append(row(2)!.ReplaceLineEndings("\\n")).Append('\n');
                }
            },
            CancellationToken.None);
        return text.ToString();
    }
}
