using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What a plan needs a word from the developer for, and what is worth a word from Dowel. Pure.</summary>
/// <param name="plan">The plan.</param>
/// <param name="target">The side that it leads to, where new names can be said.</param>
internal sealed class PlanReview(SchemaPlan plan, SchemaSide target)
{
    /// <summary>How much each loss would take; empty where nobody has counted.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>All that forbids the plan.</summary>
    public IReadOnlyList<DowelError> Refusals =>
    [
        .. plan.Losses.Where(loss => !loss.IsAllowed).Select(loss => SchemaErrors.Loss(loss, Counts.TryGetValue(loss.Word, out var count) ? count : null, LineFor(loss))),
        .. plan.Obstacles.Select(SchemaErrors.Obstacle),
    ];

    /// <summary>What forbids nothing.</summary>
    /// <param name="allowed">The words of <c>--allow</c>.</param>
    public IReadOnlyList<DowelError> Warnings(IEnumerable<string> allowed) =>
    [
        .. plan.Unused.Select(SchemaErrors.UnusedRename),
        .. allowed.Except(plan.Losses.Select(loss => loss.Word)).Select(SchemaErrors.UnusedAllow),
        .. new[]
        {
            ("on both sides", plan.Before.Unmodelled.Intersect(plan.After.Unmodelled)), ("before", plan.Before.Unmodelled.Except(plan.After.Unmodelled)),
            ("wanted", plan.After.Unmodelled.Except(plan.Before.Unmodelled)),
        }.Where(side => side.Item2.Any()).Select(side => SchemaErrors.Unmodelled(side.Item1, [.. side.Item2])),
    ];

    private string? LineFor(PlannedLoss loss) => loss.LikelyNames is not [var likely, ..] ? null
        : target.Source is SqlFileSource ? $"-- dowel: renamed {loss.Key.Path} -> {likely.Path}"
        : target.HasRecords ? $"[RenamedFrom(\"{loss.Key.Part ?? loss.Key.Name}\")] on {(likely.Part is null ? $"the record of {likely.Path}" : $"the property of {likely.Path}")}"
        : null;
}
