using System.Data;
using Dowel.Migrations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Calls code in a transaction that the driver knows too, and sees to it that the code leaves it open.</summary>
internal sealed class SqliteCode(SqliteConnection connection, SqliteExecutor engine) : IDisposable
{
    // A transaction that replaced ours would not have it.
    private const string Mark = "dowel_code";
    private const string NoMark = "no such savepoint";

    private readonly SqliteTransaction _transaction = connection.BeginTransaction(deferred: true);

    /// <summary>Calls the code.</summary>
    /// <returns>Null where it did its work and the transaction is as it was.</returns>
    public async Task<StatementFailure?> RunAsync(CodeStep code, int index, CancellationToken cancellationToken)
    {
        engine.Run($"savepoint {Mark}");
        try
        {
            using var interruption = engine.InterruptAt(cancellationToken);
            await code(connection, _transaction, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the code throws is its failure.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return FindEnd($"rollback to {Mark}", index, error) ?? Describe(error, index);
        }

        return FindEnd($"release {Mark}", index, null);
    }

    /// <summary>Makes the driver forget the transaction, which has been ended without it.</summary>
    public void Dispose()
    {
        if (connection.State == ConnectionState.Open)
        {
            // It ends what is open, and complains where nothing is.
            engine.Run("begin");
            _transaction.Dispose();
            engine.Run("rollback");
        }
    }

    private StatementFailure? FindEnd(string command, int index, Exception? error)
    {
        if (connection.State != ConnectionState.Open)
        {
            return Ended("the connection is closed", index, error);
        }

        var result = engine.Run(command);
        return result.IsOk ? null
            : result.Message.StartsWith(NoMark, StringComparison.Ordinal) ? Ended("it was committed or rolled back", index, error)
            : SqliteFailures.Describe(result, index, null) with { Kind = FailureKind.Error };
    }

    private static StatementFailure Ended(string how, int index, Exception? error) =>
        new(FailureKind.EndedTransaction, $"{how}.", error ?? new InvalidOperationException()) { Index = index };

    // Libraries wrap what the driver throws.
    private static StatementFailure Describe(Exception error, int index)
    {
        var server = error as SqliteException ?? error.InnerException as SqliteException;
        return new(
            server?.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED ? FailureKind.LockTimeout : FailureKind.Error,
            server?.Message ?? $"{error.GetType().Name}: {error.Message}",
            error)
        {
            Index = index,
            ServerCode = server is null ? null : $"SQLite {server.SqliteExtendedErrorCode}",
        };
    }
}
