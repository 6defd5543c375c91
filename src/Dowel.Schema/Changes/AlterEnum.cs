namespace Dowel.Schema;

/// <summary>An enum gets labels, or loses some and is made anew.</summary>
/// <param name="Before">The labels as they were, those that are renamed by their new names.</param>
/// <param name="After">The labels as they will be.</param>
/// <param name="Renamed">Labels with a new name: from, to.</param>
internal sealed record AlterEnum(EnumModel Before, EnumModel After, IReadOnlyList<(string From, string To)> Renamed) : SchemaChange
{
    /// <inheritdoc/>
    public override ObjectKey Key => After.Key;

    /// <summary>Whether labels are only added, which the engine does in place.</summary>
    public bool IsGrowth => Before.Labels.SequenceEqual(After.Labels.Where(Before.Labels.Contains));
}
