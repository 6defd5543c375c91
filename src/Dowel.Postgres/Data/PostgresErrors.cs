using System.Buffers;
using System.Net.Sockets;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Says in Dowel's types what the driver's exceptions mean.</summary>
/// <remarks>SQLSTATE: PostgreSQL 18 docs, appendix A.</remarks>
internal static class PostgresErrors
{
    private const string ExclusionViolation = "23P01";
    private const string IdleInTransactionTimeout = "25P03";
    private const string TransactionTimeout = "25P04";
    private const string IdleSessionTimeout = "57P05";

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'»«„“");

    /// <summary>Whether the error is the server's, the network's or a cancellation's, and not a mistake in code.</summary>
    public static bool IsExpected(Exception error) =>
        error is NpgsqlException or IOException or SocketException or TimeoutException or OperationCanceledException;

    /// <summary>Whether the server no longer has the statement as it was prepared: a table has changed, or a pooler has changed the connection.</summary>
    public static bool IsStalePlan(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.InvalidSqlStatementName,
    } or PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" };

    /// <summary>Whether a row stayed as it is since a policy keeps it from whoever asks (PostgreSQL 18, execMain.c).</summary>
    public static bool IsGuarded(PostgresException error) =>
        error is { SqlState: PostgresErrorCodes.InsufficientPrivilege, Routine: "ExecWithCheckOptions" };

    /// <summary>Whether the server ended the session with the error.</summary>
    public static bool IsSessionEnd(PostgresException error) =>
        error.SqlState.StartsWith("08", StringComparison.Ordinal)
        || error.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or "57P04" or IdleSessionTimeout or IdleInTransactionTimeout or TransactionTimeout;

    /// <summary>The exception to throw for one of the driver's.</summary>
    public static Exception Translate(PostgresFailure failure, in PostgresIncident at) => failure.Error switch
    {
        OperationCanceledException error when at.CancellationToken.IsCancellationRequested =>
            new OperationCanceledException($"{at.Statement?.Name ?? "The work"} was cancelled.", Clean(error), at.CancellationToken),
        NpgsqlOperationInProgressException error => new InvalidOperationException(
            "A transaction runs one statement at a time; wait for the last one, and read a stream to its end, before the next.", error),
        var error when at.Stage == PostgresStage.Connecting => new DatabaseUnavailableException(at.Database, Reason(error), Clean(error)),
        PostgresException server => FromServer(server, failure.Columns, at),
        var error when at.Stage == PostgresStage.Committing => new CommitInDoubtException(at.Statement, Clean(error)),
        OperationCanceledException or TimeoutException or NpgsqlException { InnerException: TimeoutException } =>
            new StatementTimeoutException(at.Statement, Clean(failure.Error)),
        var error => Lost(Clean(error), at),
    };

    private static Exception FromServer(PostgresException error, IReadOnlyList<string> columns, in PostgresIncident at)
    {
        var statement = at.Statement;
        var inner = Clean(error);
        return error.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation or ExclusionViolation =>
                new UniqueViolationException(statement, ViolationOf(error, columns), inner),
            PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation =>
                new ForeignKeyViolationException(statement, ViolationOf(error, columns), inner),
            PostgresErrorCodes.CheckViolation or PostgresErrorCodes.WithCheckOptionViolation =>
                new CheckViolationException(statement, ViolationOf(error, []), inner),
            PostgresErrorCodes.NotNullViolation =>
                new NotNullViolationException(statement, ViolationOf(error, error.ColumnName is { } column ? [column] : []), inner),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected =>
                new TransactionConflictException(statement, inner),

            // In a transaction, where the statement cannot be sent again alone.
            _ when IsStalePlan(error) && at.Stage == PostgresStage.InTransaction => new TransactionConflictException(statement, inner),
            PostgresErrorCodes.LockNotAvailable => new DatabaseBusyException(statement, inner),
            PostgresErrorCodes.QueryCanceled => Cancelled(inner, at),
            PostgresErrorCodes.InFailedSqlTransaction => new TransactionSpoiledException(statement, inner),
            _ when IsSessionEnd(error) => Ended(error, inner, at),
            var code => new StatementRefusedException(statement, code, Message(error), inner),
        };
    }

    private static Violation ViolationOf(PostgresException error, IReadOnlyList<string> columns) =>
        new(error.TableName, error.ConstraintName, columns);

    // The caller's token, the server's own statement_timeout, or somebody's pg_cancel_backend.
    private static Exception Cancelled(Exception inner, in PostgresIncident at) => at.CancellationToken.IsCancellationRequested
        ? new OperationCanceledException($"{at.Statement?.Name ?? "The work"} was cancelled.", inner, at.CancellationToken)
        : new StatementTimeoutException(at.Statement, inner);

    // A server that shuts a session down answers so only while nothing is committed: it takes no interrupt between a commit and its
    // answer, and a session that dies while it waits for a standby says nothing more (PostgreSQL 18, postgres.c and syncrep.c). A commit that
    // was asked for stays in doubt all the same, since a pooler can say the same of itself.
    private static DatabaseException Ended(PostgresException error, Exception inner, in PostgresIncident at) =>
        at.Stage == PostgresStage.Writing && !error.SqlState.StartsWith("08", StringComparison.Ordinal)
            ? new ConnectionLostException(at.Statement, inner)
            : Lost(inner, at);

    private static DatabaseException Lost(Exception error, in PostgresIncident at) =>
        at.Stage is PostgresStage.Writing or PostgresStage.Committing
            ? new CommitInDoubtException(at.Statement, error)
            : new ConnectionLostException(at.Statement, error);

    private static string Reason(Exception error) => error switch
    {
        PostgresException server => Message(server),
        AggregateException { InnerExceptions: [var first, ..] } => Reason(first),
        { InnerException: { } inner and not OperationCanceledException } => Reason(inner),
        _ => error.Message,
    };

    // What the server says of bad data quotes it.
    private static string Message(PostgresException error) =>
        error.SqlState.StartsWith("22", StringComparison.Ordinal) && error.MessageText.AsSpan().IndexOfAny(Quotes) is >= 0 and var quote
            ? $"{error.MessageText.AsSpan(0, quote)}…"
            : error.MessageText;

    // The driver's exception shows the detail and the context wherever it is written, and both hold values of rows; also from inside another.
    private static Exception Clean(Exception error) => ServerErrorIn(error) is { } server
        ? new PostgresException(
            Message(server),
            server.Severity,
            server.InvariantSeverity,
            server.SqlState,
            hint: server.Hint,
            position: server.Position,
            schemaName: server.SchemaName,
            tableName: server.TableName,
            columnName: server.ColumnName,
            dataTypeName: server.DataTypeName,
            constraintName: server.ConstraintName,
            routine: server.Routine)
        : error;

    private static PostgresException? ServerErrorIn(Exception? error) => error switch
    {
        null => null,
        PostgresException server => server,
        AggregateException several => several.InnerExceptions.Select(ServerErrorIn).FirstOrDefault(found => found is not null),
        _ => ServerErrorIn(error.InnerException),
    };
}
