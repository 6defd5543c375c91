
namespace Dowel.Cli;

/// <summary>Errors and nothing beside.</summary>
internal sealed record FailureOutcome : Outcome
{
    /// <summary>Takes what went wrong.</summary>
    public FailureOutcome(Failure failure) => Failure = failure;

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        // There is no result.
    }
}
