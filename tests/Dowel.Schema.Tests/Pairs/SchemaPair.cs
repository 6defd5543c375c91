namespace Dowel.Schema.Tests;

/// <summary>Two schemas as SQL, rows for each, and what a developer says beside them.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Before">The statements of the first schema.</param>
/// <param name="After">Those of the second.</param>
internal sealed record SchemaPair(string Name, string Before, string After)
{
    /// <summary>Rows of the first; empty where none.</summary>
    public string Rows { get; init; } = "";

    /// <summary>Rows of the second, for the way back.</summary>
    public string BackRows { get; init; } = "";

    /// <summary>Whether there is no way back that keeps rows.</summary>
    public bool IsOneWay { get; init; }

    /// <summary>Renames and backfills, of the way there and of the way back.</summary>
    public required (DiffOptions There, DiffOptions Back) Options { get; init; }
}
