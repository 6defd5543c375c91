namespace Dowel.Postgres;

/// <summary>What one look at a database tells before it is touched.</summary>
/// <param name="HistorySchema">The schema that holds the history, or will.</param>
internal sealed record PostgresFacts(string HistorySchema)
{
    /// <summary>Whether that schema has to be made.</summary>
    public bool IsSchemaMissing { get; init; }

    /// <summary>Whether history and journal are both there.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether something stands between the client and its server process.</summary>
    public bool IsPooled { get; init; }

    /// <summary>Whether the server has locks that a session can hold.</summary>
    public bool HasAdvisoryLocks { get; init; } = true;

    /// <summary>Whether the table of the lease is there.</summary>
    public bool HasLeaseTable { get; init; }

    /// <summary>Why nothing can be written; null where it can.</summary>
    public string? ReadOnlyReason { get; init; }

    /// <summary>What the role lacks.</summary>
    public required PostgresRights Rights { get; init; }

    /// <summary>Makes the schema of the history where it is missing.</summary>
    public IReadOnlyList<PostgresPiece> MakeSchema => IsSchemaMissing
        ? [new($"create schema if not exists {PostgresNames.Quote(HistorySchema)}")]
        : [];

    /// <summary>Whether the right to migrate has to be a row, since no session can hold it.</summary>
    public bool NeedsLease => IsPooled || !HasAdvisoryLocks;
}
