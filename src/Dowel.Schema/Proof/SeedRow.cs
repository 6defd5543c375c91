namespace Dowel.Schema;

/// <summary>A row for a table of a throw-away database.</summary>
/// <param name="Table">The table.</param>
/// <param name="Ways">What inserts it, the boldest first: one is tried after the other, until the engine takes it.</param>
internal sealed record SeedRow(TableModel Table, IReadOnlyList<string> Ways)
{
    /// <summary>The boldest way.</summary>
    public string Sql => Ways[0];
}
