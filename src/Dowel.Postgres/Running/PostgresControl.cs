using System.Data;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The connection that Dowel keeps for itself, for history, journal, lock and catalogs; no script touches it.</summary>
/// <remarks>Opened when it is first needed, and again where it broke.</remarks>
internal sealed class PostgresControl(PostgresConnections connections) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>The advisory lock that its session holds, which a connection that breaks takes along; null where there is none.</summary>
    public PostgresLock? Lock { get; set; }

    /// <summary>The connection, open.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not answer, or the lock is lost: somebody else may hold it by now.</exception>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_connection is { State: not ConnectionState.Open } broken)
        {
            if (Lock is { IsHeld: true })
            {
                throw new DatabaseUnavailableException(
                    RunErrors.Unreachable(connections.DisplayName, "the connection that held the migration lock is lost"), null);
            }

            await broken.DisposeAsync().ConfigureAwait(false);
            _connection = null;
        }

        return _connection ??= await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does some work over the connection.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work(connection).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, connections.DisplayName);
        }
    }

    /// <summary>Sends pieces over the connection; null where all were done.</summary>
    /// <exception cref="DatabaseUnavailableException">The connection could not be opened.</exception>
    public async Task<StatementFailure?> SendAsync(IReadOnlyList<PostgresPiece> pieces, CancellationToken cancellationToken) =>
        await new PostgresSender(await OpenAsync(cancellationToken).ConfigureAwait(false)).SendAsync(pieces, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;
}
