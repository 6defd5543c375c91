namespace Dowel.Migrations;

/// <summary>Takes over the history of the tool that has migrated a database so far, and leaves the tool's own table alone.</summary>
/// <remarks>Not for more than one thread at a time; does not own the database it is given.</remarks>
public sealed class HistoryAdoption
{
    private readonly IMigrationDatabase _database;
    private readonly ScriptSet _set;
    private readonly MigratorOptions _options;

    /// <summary>Puts scripts and database together.</summary>
    /// <param name="database">The database; stays open.</param>
    /// <param name="scripts">The scripts, loaded for that database's dialect.</param>
    /// <param name="options">How to work; null for the defaults.</param>
    public HistoryAdoption(IMigrationDatabase database, ScriptSet scripts, MigratorOptions? options = null) =>
        (_database, _set, _options) = (database, scripts, options ?? new());

    /// <summary>Names of the tools whose history can be taken over, as options spell them.</summary>
    public static IReadOnlyList<string> Tools { get; } = [.. MigrationTool.All.Select(tool => tool.Name)];

    /// <summary>Says what would be recorded. Writes nothing.</summary>
    /// <param name="from">One of <see cref="Tools"/> or a table's name, where there is more than one history; null for the only one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MigrationRefusedException">The history's table is not Dowel's.</exception>
    public async Task<AdoptionPlan> PlanAsync(string? from = null, CancellationToken cancellationToken = default)
    {
        var history = await _database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
        var histories = await ForeignHistories.ReadAsync(_database, cancellationToken).ConfigureAwait(false);
        if (ForeignHistories.Choose(histories, from, _database.Schema, out var error) is not { } foreign)
        {
            return AdoptionPlan.Refused(error!);
        }

        var options = new PlanOptions
        {
            OutOfOrder = OutOfOrderPolicy.Allow,
            Dialect = _database.Dialect,
            Tokens = new(_database.Schema, _options.Variables, _database.Dialect),
        };
        return AdoptionPlan.Create(_set, history, foreign, options, _options.Clock.GetUtcNow());
    }

    /// <summary>Records in Dowel's history what the other tool has applied; runs none of it.</summary>
    /// <param name="from">One of <see cref="Tools"/> or a table's name, where there is more than one history; null for the only one.</param>
    /// <param name="cancellationToken">Ends the work before it writes.</param>
    /// <returns>What was recorded; no row where all of it was recorded before.</returns>
    /// <exception cref="MigrationRefusedException">The histories cannot be brought together; nothing was changed.</exception>
    /// <exception cref="LockNotAcquiredException">Another migrator was at work for too long.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written.</exception>
    public async Task<AdoptionPlan> AdoptAsync(string? from = null, CancellationToken cancellationToken = default)
    {
        var plan = Accept(await PlanAsync(from, cancellationToken).ConfigureAwait(false));
        if (plan.Rows.Count == 0)
        {
            return plan;
        }

        var held = await new LockWait(_database, _options).AcquireAsync(LockNeed.Steps, cancellationToken).ConfigureAwait(false);
        await using var _ = held.ConfigureAwait(false);
        plan = Accept(await PlanAsync(from, cancellationToken).ConfigureAwait(false));
        return await _database.WriteAsync(new() { MakesTables = true, Applied = plan.Rows }, cancellationToken).ConfigureAwait(false)
            ? plan
            : throw new MigrationRefusedException([RunErrors.Overtaken(_database.DisplayName)]);
    }

    private static AdoptionPlan Accept(AdoptionPlan plan) => plan.Refusals.Count == 0
        ? plan
        : throw new MigrationRefusedException(plan.Refusals);
}
