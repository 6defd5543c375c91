namespace Dowel.Migrations;

/// <summary>What another tool's table says, in words that hold for all tools.</summary>
/// <param name="Tool">Whose it is.</param>
/// <param name="Table">Where it is.</param>
/// <param name="Entries">What it says, in the order in which it happened.</param>
internal sealed record ForeignHistory(MigrationTool Tool, TableShape Table, IReadOnlyList<ForeignEntry> Entries)
{
    /// <summary>How many rows the table has.</summary>
    public int RowCount { get; init; }

    /// <summary>What failed and was never settled: the tool would not go on either.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    /// <summary>Whether it may tell of a run's schema: a table in another one may be a neighbour's.</summary>
    /// <param name="schema">The schema that was asked for; null for none.</param>
    public bool IsOf(string? schema) =>
        schema is null || Table.Schema is null || Table.Schema == schema || Table.Schema == Tool.OwnSchema;

    /// <summary>Whether it says anything at all.</summary>
    public bool IsEmpty => Entries.Count + Failed.Count == 0;
}
