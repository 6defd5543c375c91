using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>A credit or debit that is no claim.</summary>
/// <param name="ExternalUserId">The user.</param>
/// <param name="Amount">Experience points, not 0; a debit is negative.</param>
/// <param name="Reason">What for; not empty, and not <see cref="LedgerEntry.DailyLogin"/>.</param>
/// <param name="CorrelationId">The request's id, not empty: the same one is entered once.</param>
/// <param name="Metadata">What else there is to say; null for nothing.</param>
public sealed record Posting(string ExternalUserId, long Amount, string Reason, Guid CorrelationId, JsonObject? Metadata = null)
{
    /// <summary>Throws where it is none.</summary>
    /// <exception cref="ArgumentException">A value is not as it must be.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrEmpty(ExternalUserId);
        ArgumentException.ThrowIfNullOrWhiteSpace(Reason);
        ArgumentOutOfRangeException.ThrowIfZero(Amount);
        ArgumentOutOfRangeException.ThrowIfEqual(Reason, LedgerEntry.DailyLogin);
        ArgumentOutOfRangeException.ThrowIfEqual(CorrelationId, Guid.Empty);
    }
}
