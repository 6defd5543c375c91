namespace Dowel.Benchmarks;

/// <summary>Lets one at a time write; SQLite would, and the driver's way of waiting is a long sleep.</summary>
internal static class WriteGate
{
    private static readonly SemaphoreSlim One = new(1, 1); // for all peers, of which one is measured at a time

    /// <summary>Waits for a turn, which ends when what is returned is disposed.</summary>
    public static async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        await One.WaitAsync(cancellationToken);
        return new Turn();
    }

    private sealed class Turn : IDisposable
    {
        public void Dispose() => One.Release();
    }
}
