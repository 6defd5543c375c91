namespace Dowel.Postgres;

/// <summary>What one look at a database tells before it is touched.</summary>
/// <param name="HistorySchema">The schema that holds the history, or will.</param>
/// <param name="IsSchemaMissing">Whether that schema has to be made.</param>
/// <param name="IsComplete">Whether history and journal are both there.</param>
/// <param name="IsPooled">Whether something stands between the client and its server process.</param>
/// <param name="ReadOnlyReason">Why nothing can be written; null where it can.</param>
internal sealed record PostgresFacts(
    string HistorySchema, bool IsSchemaMissing, bool IsComplete, bool IsPooled, string? ReadOnlyReason);
