namespace Dowel.Data;

/// <summary>Asks for a page by how many rows come before it.</summary>
/// <remarks>The database walks over the rows before it; for long lists ask by <see cref="CursorRequest"/>.</remarks>
public sealed record PageRequest
{
    /// <summary>The most rows that one page can have, 10,000.</summary>
    public const int LimitMax = 10_000;

    /// <summary>Asks for a page.</summary>
    /// <param name="limit">How many rows, 1 to 10,000.</param>
    /// <param name="offset">How many come before, from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of bounds.</exception>
    public PageRequest(int limit, long offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LimitMax);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        Limit = limit;
        Offset = offset;
    }

    /// <summary>How many rows.</summary>
    public int Limit { get; }

    /// <summary>How many come before.</summary>
    public long Offset { get; }

    /// <summary>Whether all rows are counted too, by a second statement.</summary>
    public bool CountTotal { get; init; }

    /// <summary>Makes the page from its rows, of which one more was asked for than it has.</summary>
    /// <typeparam name="T">What a row is.</typeparam>
    /// <param name="rows">The rows; the one too many is taken out.</param>
    /// <param name="total">How many there are, if counted.</param>
    /// <returns>The page.</returns>
    public Page<T> ToPage<T>(List<T> rows, long? total)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var hasMore = rows.Count > Limit;
        if (hasMore)
        {
            rows.RemoveRange(Limit, rows.Count - Limit);
        }

        return new(rows, hasMore, total);
    }
}
