namespace Dowel.Sqlite;

/// <summary>What a column's definition says beyond what pragmas tell.</summary>
/// <param name="Name">Its name.</param>
internal sealed record SqliteColumnText(string Name)
{
    /// <summary>The default, without parentheses around it; null where there is none.</summary>
    public string? Default { get; set; }

    /// <summary>The collation in lower case; null where none is said.</summary>
    public string? Collation { get; set; }

    /// <summary>What it is computed from; null for others.</summary>
    public string? Expression { get; set; }

    /// <summary>Whether it says <c>not null</c>.</summary>
    public bool IsNotNull { get; set; }

    /// <summary>What null does where the row is not just refused: <c>on conflict ignore</c>; else empty.</summary>
    public string NullConflict { get; set; } = "";
}
