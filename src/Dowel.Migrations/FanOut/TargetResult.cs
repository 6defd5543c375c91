namespace Dowel.Migrations;

/// <summary>What became of one target.</summary>
/// <param name="Target">The target's name.</param>
public sealed record TargetResult(string Target)
{
    /// <summary>What the run did; null where it failed, was interrupted, or was only planned.</summary>
    public MigrationRun? Run { get; init; }

    /// <summary>What a run would do; null where none was asked for, or where it could not be told.</summary>
    public MigrationPlan? Plan { get; init; }

    /// <summary>Why the target was not brought up; null where it was, or was interrupted.</summary>
    public DowelException? Failure { get; init; }

    /// <summary>The scripts that were applied and recorded, in order, also where a later one failed.</summary>
    /// <remarks>Of a run with <see cref="MigratorOptions.Atomic"/> it is all or nothing.</remarks>
    public IReadOnlyList<AppliedScript> Applied { get; init; } = [];

    /// <summary>Whether cancellation ended it; what was running was taken back, or is in the journal.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
