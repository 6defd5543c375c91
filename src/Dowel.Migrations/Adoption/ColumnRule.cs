namespace Dowel.Migrations;

/// <summary>A column that a tool's table has, or may have.</summary>
/// <param name="Name">The name in lower case and without underscores, so that naming conventions do not matter.</param>
/// <param name="Kinds">What it holds, on one engine or another.</param>
/// <param name="IsOptional">Whether some versions of the tool do without it.</param>
internal sealed record ColumnRule(string Name, ColumnKinds Kinds, bool IsOptional = false)
{
    // The first word that a type's name contains decides; "timestamp" and "datetime" hold others' letters, so they stand first.
    private static readonly (string Word, ColumnKinds Kind)[] Words =
    [
        ("timestamp", ColumnKinds.Time), ("datetime", ColumnKinds.Time),
        ("bytea", ColumnKinds.Bytes), ("blob", ColumnKinds.Bytes),
        ("bool", ColumnKinds.Flag), ("bit", ColumnKinds.Flag),
        ("char", ColumnKinds.Text), ("text", ColumnKinds.Text),
        ("int", ColumnKinds.Number), ("serial", ColumnKinds.Number), ("numeric", ColumnKinds.Number),
    ];

    /// <summary>Whether a column is the one.</summary>
    public bool Fits(ColumnShape column) => Normal(column.Name) == Name && (Kinds & KindOf(column.Type)) != ColumnKinds.None;

    /// <summary>A column's name without what naming conventions change.</summary>
    public static string Normal(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private static ColumnKinds KindOf(string type) =>
        Array.Find(Words, word => type.Contains(word.Word, StringComparison.OrdinalIgnoreCase)).Kind;
}
