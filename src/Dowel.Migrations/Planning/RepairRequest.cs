namespace Dowel.Migrations;

/// <summary>What to repair.</summary>
public sealed record RepairRequest
{
    /// <summary>Versions, or descriptions of repeatable scripts; empty for all.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>What to make of statements in doubt.</summary>
    public Settlement Settlement { get; init; }

    /// <summary>Whether to tell what would be done and do nothing.</summary>
    public bool PlanOnly { get; init; }
}
