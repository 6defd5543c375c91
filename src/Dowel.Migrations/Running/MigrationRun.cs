namespace Dowel.Migrations;

/// <summary>What a run did.</summary>
/// <param name="Applied">The scripts it applied, in order; on the way down, the ones it undid.</param>
/// <param name="Scripts">How every script stood when the run ended.</param>
/// <param name="Elapsed">How long the run took, waiting included.</param>
public sealed record MigrationRun(
    IReadOnlyList<AppliedScript> Applied, IReadOnlyList<ScriptStatus> Scripts, TimeSpan Elapsed)
{
    /// <summary>The naming convention of the set.</summary>
    public required string Layout { get; init; }

    /// <summary>What is worth a word.</summary>
    public IReadOnlyList<DowelError> Warnings { get; init; } = [];
}
