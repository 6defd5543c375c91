using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using PlayerEngagement;

namespace SystemsHost;

/// <summary>A credit or debit that is no claim.</summary>
/// <param name="Amount">Experience points, not 0; a debit is negative.</param>
/// <param name="Reason">What for.</param>
/// <param name="Metadata">What else there is to say.</param>
public sealed record PostingBody(
    [property: Range(-1_000_000_000_000L, 1_000_000_000_000L)] long Amount,
    [property: Required, StringLength(100, MinimumLength = 1)] string Reason,
    JsonObject? Metadata = null) : IValidatableObject
{
    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Amount == 0)
        {
            yield return new("An entry is a credit or a debit, not 0.", [nameof(Amount)]);
        }

        if (Reason == LedgerEntry.DailyLogin)
        {
            yield return new("This reason is for claims alone.", [nameof(Reason)]);
        }
    }
}
