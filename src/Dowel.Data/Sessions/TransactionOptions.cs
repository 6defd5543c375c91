namespace Dowel.Data;

/// <summary>How a transaction runs, and how often it is tried.</summary>
public sealed record TransactionOptions
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>Read and write, read committed, five attempts.</summary>
    public static TransactionOptions Default { get; } = new();

    /// <summary>A transaction that only reads: on SQLite it runs beside the writer, from one unchanging state of the database.</summary>
    public static TransactionOptions ReadOnly { get; } = new() { Access = TransactionAccess.ReadOnly, Isolation = Isolation.Snapshot };

    /// <summary>What it sees of others.</summary>
    public Isolation Isolation { get; init; } = Isolation.ReadCommitted;

    /// <summary>Whether it may write.</summary>
    public TransactionAccess Access { get; init; }

    /// <summary>How often the work is tried at most where a retry can help; 5, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int AttemptsMax
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 5;

    // Twice as long each time, and up to half as long again, so that two that met do not meet again.
    internal static TimeSpan PauseAfter(int attempt)
    {
        var pause = ShortestPause * Math.Pow(2, Math.Min(attempt - 1, 16));
        var bounded = pause < LongestPause ? pause : LongestPause;
        return bounded * (1 + (Random.Shared.NextDouble() / 2));
    }
}
