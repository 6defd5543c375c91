namespace Dowel.Sqlite;

/// <summary>A lock that nobody can be kept waiting by: the engine's own single writer is enough.</summary>
internal sealed class SqliteNoLock : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
