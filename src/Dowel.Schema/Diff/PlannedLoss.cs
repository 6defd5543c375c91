namespace Dowel.Schema;

/// <summary>A change that takes values away.</summary>
/// <param name="Word">What allows it: <c>drop-table:users</c>, <c>drop-column:users.name</c>, <c>narrow-column:users.name</c>, <c>drop-label:mood.sad</c>.</param>
/// <param name="Key">What goes.</param>
/// <param name="IsAllowed">Whether the developer has said so.</param>
internal sealed record PlannedLoss(string Word, ObjectKey Key, bool IsAllowed)
{
    /// <summary>What is new and looks as if it were the same by another name; empty where nothing does.</summary>
    public IReadOnlyList<ObjectKey> LikelyNames { get; init; } = [];
}
