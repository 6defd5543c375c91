namespace Dowel.Data;

/// <summary>Asks for the rows that follow a place in a list, wherever rows came or went in the meantime.</summary>
public sealed record CursorRequest
{
    /// <summary>Asks for rows.</summary>
    /// <param name="limit">How many, 1 to 10,000.</param>
    /// <param name="after">The place: what a page gave as <see cref="CursorPage{T}.Next"/>. Null for the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of bounds.</exception>
    public CursorRequest(int limit, string? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, PageRequest.LimitMax);
        Limit = limit;
        After = after;
    }

    /// <summary>How many rows.</summary>
    public int Limit { get; }

    /// <summary>The place.</summary>
    public string? After { get; }
}
