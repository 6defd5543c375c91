namespace Dowel.Schema;

/// <summary>What a foreign key refers to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns there, in the order of the key's own.</param>
internal sealed record ReferenceModel(ObjectKey Table, IReadOnlyList<string> Columns)
{
    /// <summary>What becomes of the row when that one is deleted: <c>no action</c>, <c>restrict</c>, <c>cascade</c>, <c>set null</c>, <c>set default</c>.</summary>
    public string OnDelete { get; init; } = "no action";

    /// <summary>What becomes of it when that key changes.</summary>
    public string OnUpdate { get; init; } = "no action";

    /// <summary><c>deferrable</c> and when it is looked at; null where that is at once.</summary>
    public string? Deferral { get; init; }
}
