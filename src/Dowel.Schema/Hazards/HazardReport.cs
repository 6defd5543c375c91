namespace Dowel.Schema;

/// <summary>What a plan asks of those who use the database meanwhile.</summary>
/// <param name="Hazards">What takes long.</param>
internal sealed record HazardReport(IReadOnlyList<Hazard> Hazards)
{
    /// <summary>Nothing worth a word.</summary>
    public static HazardReport None { get; } = new([]);

    /// <summary>Tables that are locked for a moment, which waits only for whoever uses them just then.</summary>
    public IReadOnlyList<TableTrace> Brief { get; init; } = [];

    /// <summary>Why nothing was measured; null where it was.</summary>
    public string? Unmeasured { get; init; }
}
