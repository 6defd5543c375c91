namespace Dowel.Migrations;

/// <summary>What a repair did, or would do.</summary>
/// <param name="Accepted">The scripts whose present text the history takes for the applied one.</param>
/// <param name="Settled">The statements that are no longer in doubt.</param>
/// <param name="DroppedIndexes">The INVALID indexes that were dropped, or would be, quoted.</param>
public sealed record RepairReport(
    IReadOnlyList<Script> Accepted, IReadOnlyList<JournalEntry> Settled, IReadOnlyList<string> DroppedIndexes)
{
    /// <summary>What stays open until somebody says what became of it.</summary>
    public IReadOnlyList<DowelError> Warnings { get; init; } = [];
}
