using System.Data;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Calls code in a transaction that the driver knows too, and sees to it that the code leaves it open.</summary>
internal sealed class PostgresCode(NpgsqlConnection connection) : IAsyncDisposable
{
    // A transaction that replaced ours would not have it.
    private const string Mark = "dowel_code";

    private readonly PostgresSender _sender = new(connection);
    private NpgsqlTransaction? _transaction;

    /// <summary>Begins the transaction, one that writes whatever new ones are set to.</summary>
    public IEnumerable<PostgresPiece> Begin =>
    [
        new("begin") { Act = BeginAsync },
        new("set transaction read write"),
    ];

    /// <summary>The call of some code.</summary>
    public PostgresPiece Call(CodeStep code, int index) =>
        new("", index) { Act = cancellationToken => RunAsync(code, index, cancellationToken) };

    /// <summary>Makes the driver forget the transaction, which has been ended without it.</summary>
    public ValueTask DisposeAsync() => _transaction?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<StatementFailure?> BeginAsync(CancellationToken cancellationToken)
    {
        _transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<StatementFailure?> RunAsync(CodeStep code, int index, CancellationToken cancellationToken)
    {
        if (await _sender.SendAsync([new($"savepoint {Mark}", index)], cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        try
        {
            await code(connection, _transaction!, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the code throws is its failure.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return await FindEndAsync($"rollback to {Mark}", index, error).ConfigureAwait(false) ?? Forget() ?? Describe(error, index);
        }

        return await FindEndAsync($"release {Mark}", index, null).ConfigureAwait(false) ?? Forget();
    }

    // What the code has prepared: the next clean session would take it away, and the driver would go on to use it.
    private StatementFailure? Forget()
    {
        connection.UnprepareAll();
        return null;
    }

    private async Task<StatementFailure?> FindEndAsync(string command, int index, Exception? error)
    {
        if (connection.FullState.HasFlag(ConnectionState.Broken))
        {
            return PostgresFailures.Describe(new NpgsqlException("the connection was lost", error), new(command, index));
        }

        if (connection.State != ConnectionState.Open)
        {
            return Ended("the connection is closed", index, error);
        }

        var failure = await _sender.SendAsync([new(command, index)], CancellationToken.None).ConfigureAwait(false);
        if (failure is { Exception: NpgsqlOperationInProgressException })
        {
            // The server takes the transaction back; nothing else can be said over a connection that is being read from.
            await connection.CloseAsync().ConfigureAwait(false);
            return failure with { Kind = FailureKind.Error, Exception = error ?? failure.Exception };
        }

        return failure?.ServerCode is PostgresErrorCodes.InvalidSavepointSpecification or PostgresErrorCodes.NoActiveSqlTransaction
            ? Ended("it was committed or rolled back", index, error)
            : failure;
    }

    private static StatementFailure Ended(string how, int index, Exception? error) =>
        new(FailureKind.EndedTransaction, $"{how}.", error ?? new InvalidOperationException()) { Index = index };

    // Libraries wrap what the driver throws.
    private static StatementFailure Describe(Exception error, int index)
    {
        var server = error as PostgresException ?? error.InnerException as PostgresException;
        if (server is null)
        {
            return new(FailureKind.Error, $"{error.GetType().Name}: {error.Message}", error) { Index = index };
        }

        var failure = PostgresFailures.Describe(server, new("", index));
        return failure with
        {
            Kind = failure.Kind == FailureKind.RefusedInTransaction ? FailureKind.Error : failure.Kind,
            Exception = error,
        };
    }
}
