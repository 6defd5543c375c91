using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>A database that never remembers what was applied: a stand-in for rivals that are always faster.</summary>
internal sealed class ForgetfulDatabase(IMigrationDatabase database) : IMigrationDatabase
{
    public Dialect Dialect => database.Dialect;

    public string DisplayName => database.DisplayName;

    public string? Schema => database.Schema;

    public async Task<History> ReadHistoryAsync(CancellationToken cancellationToken)
    {
        await database.ReadHistoryAsync(cancellationToken);
        return History.Empty;
    }

    public Task<IAsyncDisposable?> TryLockAsync(LockNeed needed, CancellationToken cancellationToken) =>
        database.TryLockAsync(needed, cancellationToken);

    public Task<string?> ReadLockHolderAsync(CancellationToken cancellationToken) => database.ReadLockHolderAsync(cancellationToken);

    public Task CreateHistoryAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        database.CreateHistoryAsync(wait, cancellationToken);

    public Task<bool> WriteAsync(HistoryChanges changes, CancellationToken cancellationToken) =>
        database.WriteAsync(changes, cancellationToken);

    public Task<IScriptConnection> OpenScriptConnectionAsync(ScriptSettings settings, CancellationToken cancellationToken) =>
        database.OpenScriptConnectionAsync(settings, cancellationToken);

    public Task<string> ReadSchemaTextAsync(CancellationToken cancellationToken) => database.ReadSchemaTextAsync(cancellationToken);

    public Task<IReadOnlyList<TableShape>> ReadTablesAsync(CancellationToken cancellationToken) => database.ReadTablesAsync(cancellationToken);

    public Task<IReadOnlyList<string?[]>> ReadRowsAsync(TableShape table, string orderColumn, CancellationToken cancellationToken) =>
        database.ReadRowsAsync(table, orderColumn, cancellationToken);

    public Task<IReadOnlyList<string>> ReadInvalidIndexesAsync(CancellationToken cancellationToken) =>
        database.ReadInvalidIndexesAsync(cancellationToken);

    public Task<IReadOnlyList<string>> DropInvalidIndexesAsync(CancellationToken cancellationToken) =>
        database.DropInvalidIndexesAsync(cancellationToken);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
