namespace Dowel.Sqlite;

/// <summary>How a <see cref="SqliteDatabase"/> uses its file.</summary>
public sealed record SqliteDatabaseOptions
{
    /// <summary>How many connections read at most, beside the one that writes; as many as the machine has processors, and at least 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int ReadersMax
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Math.Max(4, Environment.ProcessorCount);

    /// <summary>How long a statement may run before it is stopped; 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> for any time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan StatementTimeout { get; init => field = Checked(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How long anybody waits in line to write, or for a connection to read; 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither positive nor infinite.</exception>
    public TimeSpan QueueTimeout { get; init => field = Checked(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How long a statement waits for a lock that another process holds; 5 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan LockTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    private static TimeSpan Checked(TimeSpan value)
    {
        if (value != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        }

        return value;
    }
}
