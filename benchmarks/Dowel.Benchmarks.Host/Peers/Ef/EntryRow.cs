namespace Dowel.Benchmarks;

/// <summary>An entry of the ledger, as EF Core knows one.</summary>
internal sealed class EntryRow
{
    public long LedgerId { get; set; }

    public long UserId { get; set; }

    public long Amount { get; set; }

    public required string Reason { get; set; }

    public Guid CorrelationId { get; set; }

    public required string PolicyKey { get; set; }

    public int PolicyVersion { get; set; }

    public string? SeasonId { get; set; }

    public required string Metadata { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
