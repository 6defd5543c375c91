namespace Dowel.Data;

/// <summary>How a database is.</summary>
/// <param name="Latency">How long the answer took.</param>
/// <param name="Facts">What it says of itself; null where it does not answer.</param>
/// <param name="Failure">Why it does not answer.</param>
public sealed record DatabaseHealth(TimeSpan Latency, ServerFacts? Facts, DatabaseException? Failure)
{
    /// <summary>Whether it answers and takes writes.</summary>
    public bool IsHealthy => Facts is { TakesWrites: true };
}
