namespace Dowel.Migrations;

/// <summary>What replaying a set of scripts showed.</summary>
/// <param name="Run">The first application.</param>
/// <param name="Undone">How many of the newest versions could be undone and were.</param>
/// <param name="Differences">What the schema had too little or too much of; empty where all is well.</param>
public sealed record ReplayReport(MigrationRun Run, int Undone, IReadOnlyList<ReplayDifference> Differences)
{
    /// <summary>The second application of what was undone; null where nothing was, or where what it left would have been in the way.</summary>
    public MigrationRun? Again { get; init; }
}
