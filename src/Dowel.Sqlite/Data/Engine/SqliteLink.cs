using Dowel.Data;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>One physical connection: the driver's object and the engine below it, on which work takes turns.</summary>
/// <remarks>Everything runs on the caller's thread.</remarks>
internal sealed class SqliteLink : IDisposable
{
    private static readonly Action<object?> Stopping = turn => ((SqliteTurn)turn!).Stop();

    private readonly SqliteEngine _engine;
    private readonly SqliteTurn _turn;
    private readonly TimeSpan _lockTimeout;

    /// <summary>Takes an open connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">Time limits.</param>
    public SqliteLink(SqliteDriverConnection connection, SqliteDatabaseOptions options)
    {
        Connection = connection;
        IsReadOnly = raw.sqlite3_db_readonly(connection.Handle!, "main") == 1;
        _turn = new(connection.Handle!.DangerousGetHandle(), options.StatementTimeout);
        _engine = new(connection.Handle!.DangerousGetHandle(), _turn);
        _lockTimeout = options.LockTimeout;
        SqliteWatch.Add(_turn);
    }

    /// <summary>The driver's connection.</summary>
    public SqliteDriverConnection Connection { get; }

    /// <summary>Whether the file takes no writes.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether work is meant for a transaction: where the engine has undone it, nothing runs any more.</summary>
    public bool IsInTransaction { get; set; }

    /// <summary>Does work, and again where another process holds a lock that it needs.</summary>
    /// <exception cref="DatabaseException">The engine refuses, or the lock is not given up.</exception>
    public ValueTask<TResult> RunAsync<TWork, TResult>(in TWork work, CancellationToken cancellationToken)
        where TWork : struct, ISqliteWork<TResult>
    {
        var code = Run(in work, cancellationToken, out TResult result);
        return code == SqliteEngine.Ok ? new(result) : RunAgainAsync<TWork, TResult>(work, code, cancellationToken);
    }

    /// <summary>Undoes what was done since the last savepoint.</summary>
    /// <returns>False where the whole transaction is gone.</returns>
    public bool UndoPart()
    {
        var isOpen = false;
        Settle(engine =>
        {
            isOpen = engine.InTransaction;
            if (isOpen)
            {
                engine.Execute(SqliteCommands.RollbackPart);
                engine.Execute(SqliteCommands.Release);
            }
        });
        return isOpen;
    }

    /// <summary>Undoes a transaction that was not committed, and makes the connection what it was before.</summary>
    /// <param name="takesWrites">Whether to let it write again.</param>
    public void EndTransaction(bool takesWrites)
    {
        IsInTransaction = false;
        Settle(engine =>
        {
            if (engine.InTransaction)
            {
                engine.Execute(SqliteCommands.Rollback);
            }

            if (takesWrites)
            {
                engine.Execute(SqliteCommands.TakeWrites);
            }

            Connection.ForgetTransaction();
        });
    }

    /// <summary>Does what nothing stops; a connection that is closed has nothing left to settle.</summary>
    public void Settle(Action<SqliteEngine> act)
    {
        if (_turn.TryBeginFirm())
        {
            try
            {
                act(_engine);
            }
            finally
            {
                _turn.End();
            }
        }
    }

    /// <summary>Closes the connection unless a statement is running, which is then stopped; what was not committed is undone.</summary>
    /// <returns>Whether it is closed; if not, ask again soon.</returns>
    public bool TryClose()
    {
        if (!_turn.TryClose())
        {
            return false;
        }

        SqliteWatch.Remove(_turn);
        _engine.Dispose();
        Connection.Shut();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var spin = default(SpinWait); !TryClose(); spin.SpinOnce())
        {
        }
    }

    private int Run<TWork, TResult>(in TWork work, CancellationToken cancellationToken, out TResult result)
        where TWork : struct, ISqliteWork<TResult>
    {
        cancellationToken.ThrowIfCancellationRequested();
        _turn.Begin(cancellationToken);
        var registration = cancellationToken.CanBeCanceled ? cancellationToken.UnsafeRegister(Stopping, _turn) : default;
        try
        {
            return IsInTransaction && !_engine.InTransaction
                ? throw new TransactionSpoiledException(work.Statement)
                : work.Run(_engine, out result);
        }
        finally
        {
            registration.Dispose();
            if (!TWork.KeepsValues)
            {
                _engine.LetGoOfValues();
            }

            _turn.End();
        }
    }

    private async ValueTask<TResult> RunAgainAsync<TWork, TResult>(TWork work, int code, CancellationToken cancellationToken)
        where TWork : struct, ISqliteWork<TResult>
    {
        for (var patience = new SqlitePatience(_lockTimeout); ;)
        {
            await patience.PauseAsync(code, work.Statement, cancellationToken).ConfigureAwait(false);
            code = Run(in work, cancellationToken, out TResult result);
            if (code == SqliteEngine.Ok)
            {
                return result;
            }
        }
    }
}
