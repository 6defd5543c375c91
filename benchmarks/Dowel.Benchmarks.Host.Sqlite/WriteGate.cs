namespace Dowel.Benchmarks;

/// <summary>Lets one at a time write; SQLite would, and the driver's way of waiting is a long sleep.</summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for its turn, which ends when what is returned is disposed.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Release();
}
