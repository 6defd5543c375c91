namespace Dowel.Migrations;

/// <summary>Accepts edited texts, settles statements in doubt, and drops INVALID indexes.</summary>
internal sealed class RepairRun(IMigrationDatabase database, MigratorOptions options, Func<History, RepairPlan> plan)
{
    /// <summary>Repairs, or tells what would be done.</summary>
    public async Task<RepairReport> RunAsync(bool isPlanOnly, CancellationToken cancellationToken)
    {
        var repair = await PlanAsync(cancellationToken).ConfigureAwait(false);
        if (isPlanOnly)
        {
            return Report(repair, await database.ReadInvalidIndexesAsync(cancellationToken).ConfigureAwait(false));
        }

        if (repair.Settled.Count == 0)
        {
            return await WriteAsync(repair, cancellationToken).ConfigureAwait(false);
        }

        // The statement that another migrator is at looks like one in doubt.
        var held = await new LockWait(database, options).AcquireAsync(LockNeed.Steps, cancellationToken).ConfigureAwait(false);
        await using var _ = held.ConfigureAwait(false);
        return await WriteAsync(await PlanAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<RepairPlan> PlanAsync(CancellationToken cancellationToken)
    {
        var repair = plan(await database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false));
        return repair.Refusals.Count == 0 ? repair : throw new MigrationRefusedException(repair.Refusals);
    }

    private async Task<RepairReport> WriteAsync(RepairPlan repair, CancellationToken cancellationToken)
    {
        if (!await database.WriteAsync(repair.Changes, cancellationToken).ConfigureAwait(false))
        {
            throw new MigrationRefusedException([RunErrors.Overtaken(database.DisplayName)]);
        }

        return Report(repair, await database.DropInvalidIndexesAsync(cancellationToken).ConfigureAwait(false));
    }

    private static RepairReport Report(RepairPlan repair, IReadOnlyList<string> indexes) =>
        new(repair.Accepted, repair.Settled, indexes) { Warnings = repair.Warnings };
}
