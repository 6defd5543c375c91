using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Asks the engine about statements without running them.</summary>
/// <remarks>sqlite.org, "Source Of Data In A Query Result": the origin of a column is told by libraries built with <c>SQLITE_ENABLE_COLUMN_METADATA</c>; both that the command uses are.</remarks>
/// <param name="handle">An open connection.</param>
internal sealed class SqliteDescriber(sqlite3 handle)
{
    /// <summary>Prepares a statement and lets it go again.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="message">What the engine has against it; empty where it takes it.</param>
    /// <returns>Null where it is refused, and for a text without a statement.</returns>
    public SqlitePrepared? Describe(string sql, out string message)
    {
        var code = raw.sqlite3_prepare_v2(handle, sql, out var statement, out var rest);
        using (statement)
        {
            message = code != raw.SQLITE_OK ? raw.sqlite3_errmsg(handle).utf8_to_string()
                : statement is null or { IsInvalid: true } ? "there is no statement"
                : SqliteTokens.Read(rest).Count == 0 ? ""
                : "there is a second statement behind the first";
            return message.Length > 0 ? null : new(
                [.. Enumerable.Range(1, raw.sqlite3_bind_parameter_count(statement)).Select(i => raw.sqlite3_bind_parameter_name(statement, i).utf8_to_string() is not null)],
                [.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => Column(statement!, i))]);
        }
    }

    private static SqliteResultColumn Column(sqlite3_stmt statement, int index)
    {
        var (table, column) = (raw.sqlite3_column_table_name(statement, index).utf8_to_string(), raw.sqlite3_column_origin_name(statement, index).utf8_to_string());
        return new(
            raw.sqlite3_column_name(statement, index).utf8_to_string(),
            table is null || column is null ? null : $"{table}.{column}",
            raw.sqlite3_column_decltype(statement, index).utf8_to_string() is { Length: > 0 } type ? type : null);
    }
}
