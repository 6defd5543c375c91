using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The right to migrate a database: an advisory lock of the control connection, or a lease where no session can hold one.</summary>
internal sealed class PostgresMigrationLock(PostgresControl control, PostgresConnections connections, PostgresMigrationOptions options) : IAsyncDisposable
{
    private PostgresLease? _lease;
    private bool _hasLeaseTable;

    /// <summary>The lease, while it was not given back; null where there is none.</summary>
    public PostgresLease? Lease => _lease is { IsHeld: true } ? _lease : null;

    /// <summary>Whether the right to migrate is had, as far as is known.</summary>
    public bool IsHeld => Lease is not null || control.Lock is { IsHeld: true };

    /// <summary>Asks once; null where somebody else has it.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public async Task<IAsyncDisposable?> TryTakeAsync(PostgresFacts facts, CancellationToken cancellationToken)
    {
        var (key, table) = (KeyOf(facts), TableOf(facts));
        if (!facts.NeedsLease)
        {
            return control.Lock = await control.UseAsync(
                connection => PostgresLock.TryTakeAsync(connection, key, table, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        await MakeTableAsync(facts, table, cancellationToken).ConfigureAwait(false);
        return _lease = await control.UseAsync(
            connection => PostgresLease.TryTakeAsync(
                connection, connections, table, options.LeaseDuration, facts.HasAdvisoryLocks ? key : null, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Names who has it; null where it is free.</summary>
    public Task<string?> ReadHolderAsync(PostgresFacts facts, CancellationToken cancellationToken) => control.UseAsync(
        connection => PostgresLock.ReadHolderAsync(connection, KeyOf(facts), TableOf(facts), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lease?.DisposeAsync() ?? ValueTask.CompletedTask;

    private long KeyOf(PostgresFacts facts) => PostgresLock.KeyOf(facts.HistorySchema, options.HistoryTable);

    private PostgresLeaseTable TableOf(PostgresFacts facts) => new(facts.HistorySchema, options.HistoryTable);

    // Others may make it at the same time, which the server answers with a duplicate: then it is there.
    private async Task MakeTableAsync(PostgresFacts facts, PostgresLeaseTable table, CancellationToken cancellationToken)
    {
        if (facts.HasLeaseTable || _hasLeaseTable)
        {
            return;
        }

        foreach (var piece in (PostgresPiece[])[.. facts.MakeSchema, table.Create])
        {
            if (await control.SendAsync([piece], cancellationToken).ConfigureAwait(false) is { } failure
                && failure.ServerCode is not (PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable
                    or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateSchema))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw PostgresFailures.Unavailable(failure.Exception, connections.DisplayName);
            }
        }

        _hasLeaseTable = true;
    }
}
