namespace Dowel.Data;

/// <summary>A rule of a table that a statement would have broken, as far as the engine names it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Constraint">The constraint; SQLite names only checks.</param>
/// <param name="Columns">Its columns; empty where the engine does not say.</param>
public sealed record Violation(string? Table, string? Constraint, IReadOnlyList<string> Columns)
{
    /// <summary>The rule's name, or its table and columns, in quotes.</summary>
    /// <returns>For a sentence.</returns>
    public override string ToString()
    {
        var columns = Columns.Count > 0 ? $" ({string.Join(", ", Columns)})" : "";
        return (Constraint, Table) switch
        {
            ({ } constraint, { } table) => $"'{constraint}' of table '{table}'{columns}",
            ({ } constraint, null) => $"'{constraint}'{columns}",
            (null, { } table) => $"of table '{table}'{columns}",
            _ => "of a table",
        };
    }
}
