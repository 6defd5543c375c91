using System.Text.Json.Nodes;
using PlayerEngagement;

namespace SystemsHost;

/// <summary>An entry of the ledger.</summary>
/// <param name="Amount">Experience points; a debit is negative.</param>
/// <param name="Reason">What for.</param>
/// <param name="CorrelationId">The request that made it.</param>
/// <param name="PolicyKey">The policy that decided it.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="SeasonId">The season; null for none.</param>
/// <param name="Metadata">What else there is to say.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record EntryView(
    long Amount, string Reason, Guid CorrelationId, string PolicyKey, int PolicyVersion, string? SeasonId, JsonObject Metadata, DateTimeOffset CreatedAt)
{
    /// <summary>Shows an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>What its player sees.</returns>
    public static EntryView Of(LedgerEntry entry) => new(
        entry.Amount, entry.Reason, entry.CorrelationId, entry.PolicyKey, entry.PolicyVersion, entry.SeasonId, entry.Metadata, entry.CreatedAt);
}
