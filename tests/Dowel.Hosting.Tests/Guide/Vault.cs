namespace Shop;

/// <summary>Where a service's password is kept.</summary>
public sealed class Vault
{
    private int _reads;

    /// <summary>How often it was asked.</summary>
    public int Reads => _reads;

    public ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _reads);
        return new("open sesame");
    }
}
