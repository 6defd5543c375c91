namespace Dowel.Schema;

/// <summary>What a developer says beside the two schemas.</summary>
internal sealed record DiffOptions
{
    /// <summary>New names. One whose old name is not there, while the new one is, has been carried out and says nothing.</summary>
    public IReadOnlyList<RenameIntent> Renames { get; init; } = [];

    /// <summary>Losses that are wanted, as <see cref="PlannedLoss.Word"/> spells them: <c>drop-column:users.name</c>.</summary>
    public IReadOnlySet<string> Allowed { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What the rows that are there get in new columns, or where null will not do any more, in SQL.</summary>
    public IReadOnlyDictionary<ObjectKey, string> Backfills { get; init; } = new Dictionary<ObjectKey, string>();

    /// <summary>Whether constraints are the same whatever they are called; else another name is a renaming.</summary>
    public bool IgnoresConstraintNames { get; init; }
}
