namespace Dowel.Chaos;

/// <summary>A lock whose release is a boundary.</summary>
internal sealed class WatchedLock(IAsyncDisposable inner, Boundaries boundaries) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await boundaries.CallAsync("unlock", inner.DisposeAsync().AsTask());
}
