using System.Globalization;
using Dowel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Turns the engine's extended result codes into the errors that are the same on every engine.</summary>
/// <remarks>Codes: sqlite.org, "Result and Error Codes". Messages: those of 3.35 to 3.50.</remarks>
internal static class SqliteErrors
{
    private const int BusySnapshot = raw.SQLITE_BUSY | (2 << 8);
    private const int LockedSharedCache = raw.SQLITE_LOCKED | (1 << 8);
    private const int Check = raw.SQLITE_CONSTRAINT | (1 << 8);
    private const int ForeignKey = raw.SQLITE_CONSTRAINT | (3 << 8);
    private const int NotNull = raw.SQLITE_CONSTRAINT | (5 << 8);
    private const int Trigger = raw.SQLITE_CONSTRAINT | (7 << 8);
    private const int PrimaryKey = raw.SQLITE_CONSTRAINT | (6 << 8);
    private const int Unique = raw.SQLITE_CONSTRAINT | (8 << 8);
    private const int RowId = raw.SQLITE_CONSTRAINT | (10 << 8);

    // What a foreign key with `restrict` says is said as a trigger of the engine's own would say it.
    private const string ForeignKeyMessage = "FOREIGN KEY constraint failed";

    /// <summary>The primary result code: the lowest eight bits.</summary>
    public static int Primary(int code) => code & 0xff;

    /// <summary>Whether the same statement may succeed in a moment, the transaction being as it was.</summary>
    public static bool CanWaitFor(int code) =>
        (Primary(code) == raw.SQLITE_BUSY && code != BusySnapshot) || code is LockedSharedCache or raw.SQLITE_SCHEMA;

    /// <summary>The error for a code.</summary>
    /// <param name="code">The extended result code.</param>
    /// <param name="message">The engine's message.</param>
    /// <param name="statement">The statement; null where it is none of a repository's.</param>
    public static DatabaseException From(int code, string message, Statement? statement)
    {
        var inner = new SqliteException(message, Primary(code), code);
        return code switch
        {
            Unique or PrimaryKey or RowId => new UniqueViolationException(statement, SqliteViolations.OfColumns(message), inner),
            NotNull => new NotNullViolationException(statement, SqliteViolations.OfColumns(message), inner),
            ForeignKey or Trigger when code == ForeignKey || message == ForeignKeyMessage =>
                new ForeignKeyViolationException(statement, new(null, null, []), inner),
            Check => new CheckViolationException(statement, SqliteViolations.OfCheck(message), inner),
            BusySnapshot => new TransactionConflictException(statement, inner),
            _ when Primary(code) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new DatabaseBusyException(statement, inner),
            _ => new StatementRefusedException(statement, code.ToString(CultureInfo.InvariantCulture), message, inner),
        };
    }
}
