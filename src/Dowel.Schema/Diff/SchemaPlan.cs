namespace Dowel.Schema;

/// <summary>The way from one schema to another. Pure: nothing has been done.</summary>
/// <param name="Before">Where it starts.</param>
/// <param name="After">Where it leads.</param>
/// <param name="Changes">The steps in an order in which each is possible.</param>
internal sealed record SchemaPlan(DatabaseModel Before, DatabaseModel After, IReadOnlyList<SchemaChange> Changes)
{
    /// <summary>What would be lost; the plan must not be carried out while one is not allowed.</summary>
    public IReadOnlyList<PlannedLoss> Losses { get; init; } = [];

    /// <summary>What cannot be done, or not without another word from the developer, each a sentence with what to do; the plan must not be carried out.</summary>
    public IReadOnlyList<PlanObstacle> Obstacles { get; init; } = [];

    /// <summary>Intents that name nothing, neither before nor after.</summary>
    public IReadOnlyList<RenameIntent> Unused { get; init; } = [];

    /// <summary>Whether the two are the same.</summary>
    public bool IsEmpty => Changes.Count == 0 && Obstacles.Count == 0;
}
