namespace Dowel.Schema;

/// <summary>An index that belongs to no constraint.</summary>
/// <param name="Key">Its name, and the table's.</param>
/// <param name="Parts">What it is ordered by: columns or expressions, with order, collation and operator class where they are not the usual ones.</param>
internal sealed record IndexModel(ObjectKey Key, IReadOnlyList<string> Parts) : ObjectModel(Key)
{
    /// <summary>The columns in their order, where it is over columns alone in their usual order; null otherwise.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The columns in their order, where it is over columns alone in whatever order; null otherwise.</summary>
    public IReadOnlyList<string>? KeyColumns
    {
        get => field ?? Columns;
        init;
    }

    /// <summary>Whether no two rows share its parts.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The rows that it covers, as an expression; null for all.</summary>
    public string? Predicate { get; init; }

    /// <summary>False for one that <c>create index concurrently</c> left behind.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>Its own name.</summary>
    public string Name => Key.Part!;
}
