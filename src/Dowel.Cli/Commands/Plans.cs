using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Plans as outcomes: what <c>plan</c>, <c>up --plan</c> and <c>down --plan</c> print.</summary>
internal static class Plans
{
    /// <summary>What <c>up</c> would send.</summary>
    public static Task<Outcome> UpAsync(
        Invocation invocation, string? source, MigratorOptions options, CancellationToken cancellationToken) =>
        invocation.WithDatabaseAsync(
            source,
            async (database, set) =>
            {
                var plan = await new Migrator(database, set, options).PlanAsync(cancellationToken).ConfigureAwait(false);
                var sql = new PlannedSql(database.Dialect.Name, invocation.Settings.History, isUndo: false);
                return Create(database, set, plan.Refusals) with
                {
                    Prepared = plan.Refusals.Count == 0 ? plan.Pending : [],
                    Sql = plan.Refusals.Count == 0 ? sql.Render(plan.Pending, plan.Hooks, options.Atomic) : "",
                    Warnings = plan.Warnings,
                };
            },
            cancellationToken);

    /// <summary>What <c>down</c> would send.</summary>
    public static Task<Outcome> DownAsync(
        Invocation invocation, (string? Source, int Count) words, MigratorOptions options, CancellationToken cancellationToken) =>
        invocation.WithDatabaseAsync(
            words.Source,
            async (database, set) =>
            {
                var plan = await new Migrator(database, set, options).PlanUndoAsync(words.Count, cancellationToken).ConfigureAwait(false);
                var sql = new PlannedSql(database.Dialect.Name, invocation.Settings.History, isUndo: true);
                return Create(database, set, plan.Refusals) with
                {
                    Prepared = plan.Refusals.Count == 0 ? plan.Scripts : [],
                    Sql = plan.Refusals.Count == 0 ? sql.Render(plan.Scripts, RunHooks.None, isAtomic: false) : "",
                };
            },
            cancellationToken);

    private static PlanOutcome Create(IMigrationDatabase database, ScriptSet set, IReadOnlyList<DowelError> refusals) => new()
    {
        Database = database.Dialect.Name,
        Schema = database.Schema,
        Layout = set.Layout,
        Failure = refusals.Count > 0 ? new(refusals, ExitCodes.Refused) : null,
    };
}
