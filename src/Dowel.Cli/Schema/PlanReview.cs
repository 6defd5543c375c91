using Dowel.Contracts;
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
        .. Refused.Select(Refusal),
        .. Unlabelled,
        .. plan.Obstacles.Where(obstacle => !Refused.Any(loss => loss.LikelyNames.Contains(obstacle.Key))).Select(SchemaErrors.Obstacle),
    ];

    private IEnumerable<PlannedLoss> Refused => plan.Losses.Where(loss => !loss.IsAllowed);

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

    private DowelError Refusal(PlannedLoss loss) => loss.Word.StartsWith("narrow-", StringComparison.Ordinal)
        ? SchemaErrors.Narrowing(loss, TypesOf(loss.Key), target.HasRecords ? $"[Backfill(\"SQL\")] on the property of {loss.Key.Path}" : null)
        : SchemaErrors.Loss(loss, Counts.TryGetValue(loss.Word, out var count) ? count : null, LineFor(loss));

    // A cast would make '1' of 1, and no label is called that.
    private IEnumerable<DowelError> Unlabelled =>
        from table in RecordSet.Of(target.Contracts.Contracts).Tables
        from column in table.Columns
        where column.Labels.Count > 0
        let key = new ObjectKey(ObjectKind.Table, table.Name).Column(column.Name)
        where TypesOf(key) is var (before, after) && before != after && before.Contains("int", StringComparison.OrdinalIgnoreCase)
            && !plan.Changes.Any(change => SqlText.IsConversion(BackfillOf(change, key), column.Name))
        select SchemaErrors.Unlabelled(key, column.Labels);

    private static string? BackfillOf(SchemaChange change, ObjectKey column) => change switch
    {
        AlterColumn alter when alter.Key == column => alter.Backfill,
        AlterTable alter when alter.Key == column.Table => alter.Backfills.GetValueOrDefault(column.Part!),
        _ => null,
    };

    private (string, string)? TypesOf(ObjectKey column) => plan.Changes.Select(change => change switch
    {
        AlterColumn alter when alter.Key == column => (alter.Before.Type, alter.After.Type),
        AlterTable alter when alter.Key == column.Table && alter.Before.Find(column.Part!) is { } before && alter.After.Find(column.Part!) is { } after => (before.Type, after.Type),
        _ => ((string, string)?)null,
    }).FirstOrDefault(types => types is not null);

    private string? LineFor(PlannedLoss loss) => loss.LikelyNames is not [var likely, ..] ? null
        : target.Source is SqlFileSource ? $"-- dowel: renamed {loss.Key.Path} -> {likely.Path}"
        : target.HasRecords ? $"[RenamedFrom(\"{loss.Key.Part ?? loss.Key.Name}\")] on {(likely.Part is null ? $"the record of {likely.Path}" : $"the property of {likely.Path}")}"
        : null;
}
