using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>How a deployment ended.</summary>
/// <param name="Succeeded">Whether it worked.</param>
/// <param name="Failure">Why it did not; left out where it did.</param>
public sealed record DeploymentEnd([property: Required] bool? Succeeded, [property: StringLength(4000)] string? Failure = null) : IValidatableObject
{
    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Succeeded != (Failure is null))
        {
            yield return new("Say why it failed where it failed, and only there.", [nameof(Failure)]);
        }
    }
}
