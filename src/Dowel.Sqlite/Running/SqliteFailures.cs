using Dowel.Migrations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Says what the engine's errors call for.</summary>
/// <remarks>Result codes: sqlite.org, "Result and Error Codes".</remarks>
internal static class SqliteFailures
{
    // SQLite has one code, SQLITE_ERROR, for all of these; the messages are those of 3.35 to 3.50.
    private static readonly string[] TransactionRefusals =
    [
        "from within a transaction",
        "within a transaction",
        "inside a transaction",
        "SQL statements in progress",
    ];

    /// <summary>What a failed statement calls for.</summary>
    /// <param name="result">What the engine said.</param>
    /// <param name="index">The statement's index in its work.</param>
    /// <param name="offset">The place in the statement; null where it is not known.</param>
    public static StatementFailure Describe(SqliteResult result, int? index, int? offset) =>
        new(KindOf(result), result.Message, ToException(result))
        {
            Index = index,
            Offset = offset,
            ServerCode = $"SQLite {result.Code}",
        };

    /// <summary>Another migrator has written the same row first.</summary>
    public static StatementFailure Overtaken(SqliteResult result) =>
        new(FailureKind.Overtaken, result.Message, ToException(result));

    /// <summary>Why a database cannot be used.</summary>
    public static DowelException Unavailable(SqliteResult result, string database) =>
        new DatabaseUnavailableException(
            result.Primary switch
            {
                raw.SQLITE_READONLY => RunErrors.ReadOnly(database, result.Message),
                raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => RunErrors.Damaged(database, result.Message),
                raw.SQLITE_PERM or raw.SQLITE_AUTH => RunErrors.Denied(database, result.Message),
                _ => RunErrors.Unusable(database, result.Message),
            },
            ToException(result));

    /// <summary>Whether nothing can be written here, whatever is asked for, such as in a folder that takes no journal.</summary>
    /// <remarks>The bare code also answers a script that has set <c>query_only</c>; only what is wrong with the file has an extended one.</remarks>
    public static bool IsOfTheFile(SqliteResult result) =>
        result.Primary == raw.SQLITE_READONLY && result.Code != raw.SQLITE_READONLY;

    /// <summary>The driver's exception for a result.</summary>
    public static SqliteException ToException(SqliteResult result) => new(result.Message, result.Primary, result.Code);

    private static FailureKind KindOf(SqliteResult result)
    {
        if (result.IsBusy)
        {
            return FailureKind.LockTimeout;
        }

        return result.Primary == raw.SQLITE_ERROR
            && Array.Exists(TransactionRefusals, words => result.Message.Contains(words, StringComparison.Ordinal))
            ? FailureKind.RefusedInTransaction
            : FailureKind.Error;
    }
}
