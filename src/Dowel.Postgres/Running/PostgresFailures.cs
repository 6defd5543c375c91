using System.Net.Sockets;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Says what the server's and the driver's errors call for.</summary>
/// <remarks>SQLSTATE: PostgreSQL 18 docs, appendix A.</remarks>
internal static class PostgresFailures
{
    /// <summary>Whether the error is the server's or the network's, and not a mistake in this code.</summary>
    public static bool IsExpected(Exception error) =>
        error is NpgsqlException or IOException or SocketException or TimeoutException;

    /// <summary>Whether a connection could not be had.</summary>
    public static bool IsConnectionProblem(Exception error) => IsExpected(error) || error is ArgumentException;

    /// <summary>Whether a table is not there.</summary>
    public static bool IsMissingTable(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName;

    /// <summary>What a failed statement calls for.</summary>
    /// <param name="error">The driver's exception.</param>
    /// <param name="piece">What was sent: a script's statement, Dowel's own bookkeeping, or the commit, at which deferred constraints speak.</param>
    public static StatementFailure Describe(Exception error, PostgresPiece piece)
    {
        if (error is not PostgresException server)
        {
            return new(FailureKind.ConnectionLost, error.InnerException?.Message ?? error.Message, error) { Index = piece.Index };
        }

        if (piece.IsFence && server.SqlState is (PostgresErrorCodes.DivisionByZero or PostgresErrorCodes.SerializationFailure))
        {
            return LockLost(error);
        }

        return new(KindOf(server, piece.IsBookkeeping), Message(server, piece.IsBookkeeping), error)
        {
            Hint = string.IsNullOrEmpty(server.Hint) ? null : server.Hint,
            ServerCode = server.SqlState,
            Index = piece.Index,
            Offset = piece.Statement is { } statement ? PostgresPlaces.Find(server, statement) : null,
        };
    }

    /// <summary>What is said of work that was not committed since the right to migrate is lost.</summary>
    public static StatementFailure LockLost(Exception error) => new(
        FailureKind.LockLost,
        "The lease on the right to migrate has run out while this migrator was stopped or cut off, or another migrator has it now.",
        error);

    /// <summary>Why a database cannot be used.</summary>
    public static DatabaseUnavailableException Unavailable(Exception error, string database)
    {
        var reason = error is PostgresException server ? server.MessageText : Innermost(error).Message;
        var described = (error as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => RunErrors.NoSuchDatabase(database, reason),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
                or PostgresErrorCodes.InsufficientPrivilege => RunErrors.Denied(database, reason),
            PostgresErrorCodes.ProtocolViolation or PostgresErrorCodes.FeatureNotSupported
                when reason.Contains("startup", StringComparison.OrdinalIgnoreCase) => RunErrors.PoolerOptions(database, reason),
            PostgresErrorCodes.ReadOnlySqlTransaction => RunErrors.ReadOnly(database, reason),
            // What else the server answers, it answers: too many connections, a database in use, a statement ended.
            { } state when !state.StartsWith("57P", StringComparison.Ordinal) && !state.StartsWith("08", StringComparison.Ordinal) =>
                RunErrors.Denied(database, reason),
            _ when error is not PostgresException && reason.Contains("No password", StringComparison.Ordinal) =>
                RunErrors.Denied(database, reason),
            _ => RunErrors.Unreachable(database, reason),
        };
        return new(described, error);
    }

    private static Exception Innermost(Exception error) =>
        error.InnerException is { } inner and (IOException or SocketException or PostgresException or TimeoutException)
            ? Innermost(inner)
            : error;

    private static FailureKind KindOf(PostgresException error, bool isBookkeeping) => error.SqlState switch
    {
        _ when IsCollision(error) => FailureKind.LockTimeout,
        PostgresErrorCodes.UniqueViolation when isBookkeeping => FailureKind.Overtaken,
        PostgresErrorCodes.ActiveSqlTransaction or PostgresErrorCodes.InvalidTransactionTermination
            or "55P04" => FailureKind.RefusedInTransaction, // unsafe_new_enum_value_usage
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or "57P05" or "25P03" => FailureKind.ConnectionLost, // idle for too long, in a transaction or out of one

        // A pooler's words for a server that it has lost.
        _ when error.SqlState.StartsWith("08", StringComparison.Ordinal) => FailureKind.ConnectionLost,
        _ => FailureKind.Error,
    };

    // Two sessions met at one object, and this one was in the way: a role, an extension, a shared table. The second try finds
    // the other's work done. A catalog row that somebody else has written meanwhile has no code of its own (PostgreSQL 15, heapam.c:
    // simple_heap_update), nor has a name that two sessions make at once, which a unique index of the catalog finds out.
    private static bool IsCollision(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => true,
        PostgresErrorCodes.UniqueViolation => error.SchemaName == "pg_catalog",
        PostgresErrorCodes.InternalError => error.Routine is "simple_heap_update" or "simple_heap_delete",
        _ => false,
    };

    private static string Message(PostgresException error, bool isBookkeeping)
    {
        var message = isBookkeeping
            ? $"Writing the history failed: {error.MessageText}"
            : error.MessageText;
        if (isBookkeeping && error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            message += " (a statement of the script has made its session read-only, so the script cannot be recorded)";
        }

        return message;
    }
}
