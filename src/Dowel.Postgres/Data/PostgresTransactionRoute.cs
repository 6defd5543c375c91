using System.Data;
using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Sends statements over a transaction's connection, and knows what state they leave it in.</summary>
internal sealed class PostgresTransactionRoute(PostgresCallPool calls, bool prepares, NpgsqlConnection connection, string? opening)
    : PostgresRoute(calls, prepares)
{
    private string? _opening = opening;

    /// <summary>What can still become of the transaction.</summary>
    public PostgresTransactionState State { get; set; }

    /// <summary>Whether the server has heard of it.</summary>
    public bool IsBegun { get; private set; }

    /// <inheritdoc/>
    protected override bool StandsAlone => false;

    /// <summary>Throws unless a statement can be sent.</summary>
    /// <param name="statement">The statement, if it is a repository's.</param>
    public void Check(Statement? statement)
    {
        switch (State)
        {
            case PostgresTransactionState.Spoiled:
                throw new TransactionSpoiledException(statement);
            case PostgresTransactionState.Lost:
                throw new ConnectionLostException(statement);
            case PostgresTransactionState.Ended:
                throw new InvalidOperationException("The transaction has ended.");
            case PostgresTransactionState.Open when connection.State == ConnectionState.Closed:
                State = PostgresTransactionState.Lost;
                throw new ConnectionLostException(statement);
        }
    }

    /// <summary>Says what must precede the first statement, where it cannot travel with it.</summary>
    public ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        IsBegun = true;
        return OpenAsync(connection, cancellationToken);
    }

    /// <summary>Says it at once, for code that is not of here.</summary>
    public void Begin()
    {
        IsBegun = true;
        if (TakeOpening() is { } opening)
        {
            using var command = new NpgsqlCommand(opening, connection);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Takes note of a failure of the transaction.</summary>
    /// <returns>The exception to throw.</returns>
    public Exception Fail(PostgresFailure failure, Statement? statement, CancellationToken cancellationToken)
    {
        var translated = PostgresErrors.Translate(failure, new(PostgresStage.InTransaction, "", statement, cancellationToken));
        State = translated is ConnectionLostException || connection.State == ConnectionState.Closed ? PostgresTransactionState.Lost
            : translated is InvalidOperationException and not ObjectDisposedException ? State
            : PostgresTransactionState.Spoiled;
        if (translated is TransactionConflictException && PostgresErrors.IsStalePlan(failure.Error))
        {
            // Every other connection has the stale plan too, and the next attempt may get any of them.
            NpgsqlConnection.ClearPool(connection);
        }

        return translated;
    }

    /// <inheritdoc/>
    protected override ValueTask EnterAsync(PostgresCall call, CancellationToken cancellationToken)
    {
        Check(call.Statement);
        call.Stage = PostgresStage.InTransaction;
        call.Join(connection);
        IsBegun = true;
        return default;
    }

    /// <inheritdoc/>
    protected override string? TakeOpening()
    {
        var taken = _opening;
        _opening = null;
        return taken;
    }

    /// <inheritdoc/>
    public override void Spoil()
    {
        if (State == PostgresTransactionState.Open)
        {
            State = PostgresTransactionState.Spoiled;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask LeaveAsync(PostgresCall call) => default;

    /// <inheritdoc/>
    protected override Exception Fail(PostgresCall call, PostgresFailure failure, CancellationToken cancellationToken) =>
        Fail(failure, call.Statement, cancellationToken);
}
