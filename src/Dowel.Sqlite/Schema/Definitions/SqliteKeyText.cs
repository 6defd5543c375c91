using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>A key or a rule as a table's definition has it, beside a column or by itself, which means the same.</summary>
/// <param name="Kind">What it demands.</param>
/// <param name="Name">Its name; empty where it has none.</param>
internal sealed record SqliteKeyText(ConstraintKind Kind, string Name)
{
    /// <summary>Its columns; empty for a check.</summary>
    public IReadOnlyList<SqliteKeyPart> Parts { get; init; } = [];

    /// <summary>Whether it stands beside its column.</summary>
    public bool IsOfColumn { get; init; }

    /// <summary>Whether numbers of rows that are gone are not used again.</summary>
    public bool IsAutoincrement { get; set; }

    /// <summary>What a second row does where it is not just refused: <c>on conflict replace</c>; else empty.</summary>
    public string Conflict { get; set; } = "";

    /// <summary>What a check demands; null for others.</summary>
    public string? Expression { get; init; }

    /// <summary>The table that a foreign key refers to; null for others.</summary>
    public string? Parent { get; init; }

    /// <summary>The columns there; empty where it means the primary key.</summary>
    public IReadOnlyList<string> ParentColumns { get; init; } = [];

    /// <summary>What becomes of a row when the other is deleted.</summary>
    public string OnDelete { get; set; } = "no action";

    /// <summary>What becomes of it when that key changes.</summary>
    public string OnUpdate { get; set; } = "no action";

    /// <summary>How keys with nulls match, which the engine reads and forgets: <c>full</c>; null where it is not said.</summary>
    public string? Match { get; set; }

    /// <summary>Whether and how long a check can wait: <c>deferrable initially deferred</c>; null where it cannot.</summary>
    public string? Deferral { get; set; }
}
