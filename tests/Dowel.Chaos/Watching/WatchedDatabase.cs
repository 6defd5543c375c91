using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>A database whose calls are boundaries.</summary>
internal sealed class WatchedDatabase(IMigrationDatabase inner, Boundaries boundaries) : IMigrationDatabase
{
    public Dialect Dialect => inner.Dialect;

    public string DisplayName => inner.DisplayName;

    public string? Schema => inner.Schema;

    public Task<History> ReadHistoryAsync(CancellationToken cancellationToken) =>
        boundaries.CallAsync("read history", inner.ReadHistoryAsync(cancellationToken));

    public async Task<IAsyncDisposable?> TryLockAsync(LockNeed needed, CancellationToken cancellationToken) =>
        await boundaries.CallAsync("lock", inner.TryLockAsync(needed, cancellationToken)) is { } held
            ? new WatchedLock(held, boundaries)
            : null;

    public Task<string?> ReadLockHolderAsync(CancellationToken cancellationToken) => inner.ReadLockHolderAsync(cancellationToken);

    public Task CreateHistoryAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        boundaries.CallAsync("create history", inner.CreateHistoryAsync(wait, cancellationToken));

    public Task<bool> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken) =>
        boundaries.CallAsync("write", inner.WriteAsync(changes, cancellationToken));

    public async Task<IScriptConnection> OpenScriptConnectionAsync(ScriptSettings settings, CancellationToken cancellationToken) =>
        new WatchedConnection(
            await boundaries.CallAsync("open", inner.OpenScriptConnectionAsync(settings, cancellationToken)), boundaries);

    public Task<string> ReadSchemaTextAsync(CancellationToken cancellationToken) => inner.ReadSchemaTextAsync(cancellationToken);

    public Task<IReadOnlyList<string>> DropInvalidIndexesAsync(CancellationToken cancellationToken) =>
        inner.DropInvalidIndexesAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
