using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>One comparison of two schemas.</summary>
/// <param name="invocation">The run of the command.</param>
internal sealed class DiffRun(Invocation invocation)
{
    /// <summary>The losses that are wanted.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }

    /// <summary>The form of the result.</summary>
    public required string Form { get; init; }

    /// <summary>The engine that was asked for; null for that of a side.</summary>
    public DatabaseKind? Engine { get; init; }

    /// <summary>Compares.</summary>
    public async Task<Outcome> RunAsync(string fromWord, string toWord, CancellationToken cancellationToken)
    {
        var from = await SchemaSide.OpenAsync(fromWord, invocation, cancellationToken).ConfigureAwait(false);
        var to = await SchemaSide.OpenAsync(toWord, invocation, cancellationToken).ConfigureAwait(false);
        var kind = SchemaSide.EngineOf(Engine, invocation.Settings, from, to);
        var server = ScratchServer.Of(kind, invocation.Settings, from.Address, to.Address);
        var before = await from.ReadAsync(server, cancellationToken).ConfigureAwait(false);
        var after = to.IsRecordsAlone
            ? await to.OverAsync(before, server, new(Allowed), cancellationToken).ConfigureAwait(false)
            : await to.ReadAsync(server, cancellationToken).ConfigureAwait(false);
        (before, after) = (server.Comparable(before), server.Comparable(after));
        var plan = SchemaDiff.Compare(before, after, Options(from, to, (before, after), kind), server.Engine);
        var counts = from.Address is null || plan.Losses.Count == 0
            ? new Dictionary<string, long>()
            : await from.UseAsync(invocation.Settings, database => new LossCount(plan, server.Engine).ReadAsync(database, cancellationToken), cancellationToken).ConfigureAwait(false);
        var review = new PlanReview(plan, to) { Counts = counts };
        var refusals = review.Refusals;
        var drafts = refusals.Count == 0 ? server.Engine.Render(plan) : [];
        return new DiffOutcome
        {
            Database = server.Engine.Name,
            From = from.Word,
            To = to.Word,
            IsJson = Form == DiffOutcome.Json,
            Planned = plan,
            Drafts = drafts,
            Hazards = await new HazardMeasure(server).RunAsync(plan, drafts, cancellationToken).ConfigureAwait(false),
            Counts = counts,
            Warnings = review.Warnings(Allowed),
            Failure = refusals.Count == 0 ? null : new(refusals, ExitCodes.Findings),
        };
    }

    private DiffOptions Options(SchemaSide from, SchemaSide to, (DatabaseModel Before, DatabaseModel After) models, DatabaseKind kind) =>
        to.Says(kind, models.Before, models.After) with
        {
            Allowed = Allowed.ToHashSet(StringComparer.Ordinal),
            IgnoresConstraintNames = from.HasRecords || to.HasRecords,
        };
}
