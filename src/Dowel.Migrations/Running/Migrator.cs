namespace Dowel.Migrations;

/// <summary>Brings a database to the state that a set of scripts describes, and tells how it stands.</summary>
/// <remarks>
/// Nothing pending costs one round trip and no lock. Any number of migrators may run at once, in any number of processes:
/// each script is applied once. Not for more than one thread at a time; does not own the database it is given.
/// </remarks>
public sealed class Migrator
{
    private const int RoundsMax = 100;

    private readonly IMigrationDatabase _database;
    private readonly ScriptSet _set;
    private readonly MigratorOptions _options;
    private readonly PlanOptions _planOptions;

    /// <summary>Puts scripts and database together.</summary>
    /// <param name="database">The database; stays open.</param>
    /// <param name="scripts">The scripts, loaded for that database's dialect.</param>
    /// <param name="options">How to work; null for the defaults.</param>
    /// <exception cref="ArgumentException">The scripts were loaded for another dialect.</exception>
    public Migrator(IMigrationDatabase database, ScriptSet scripts, MigratorOptions? options = null)
    {
        if (scripts.Dialect is { } dialect && dialect != database.Dialect.Name)
        {
            throw new ArgumentException($"The scripts were loaded for {dialect}, and the database is {database.Dialect.Name}.", nameof(scripts));
        }

        (_database, _set, _options) = (database, scripts, options ?? new());
        _planOptions = new()
        {
            Target = _options.Target,
            OutOfOrder = _options.OutOfOrder,
            Gaps = _options.Gaps,
            Atomic = _options.Atomic,
            Dialect = database.Dialect,
            Tokens = new(database.Schema, _options.Variables, database.Dialect),
        };
    }

    /// <summary>Reads the history and says what a run would do. Writes nothing.</summary>
    public async Task<MigrationPlan> PlanAsync(CancellationToken cancellationToken = default)
    {
        var history = await _database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
        var plan = Plan(history);
        return !history.Exists && history.Scripts.Count == 0
            && plan.Pending.Count > 0
            && await FindForeignAsync(cancellationToken).ConfigureAwait(false) is { } foreign
            ? plan.RefusedBy(AdoptionErrors.InTheWay(foreign))
            : plan;
    }

    /// <summary>Applies what is pending.</summary>
    /// <exception cref="MigrationRefusedException">The plan forbids it; nothing was changed.</exception>
    /// <exception cref="ScriptFailedException">A script failed; those before it are applied.</exception>
    /// <exception cref="LockNotAcquiredException">Another migrator was at work for too long.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written.</exception>
    public async Task<MigrationRun> ApplyAsync(CancellationToken cancellationToken = default)
    {
        using var activity = MigrationTelemetry.StartRun("up", _database);
        var log = new RunLog(_database, _options);
        var plan = await AcceptAsync(await PlanAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (plan.Pending.Count == 0)
        {
            return log.Finish(plan);
        }

        var need = plan.Hooks.HasOwnTransactions ? LockNeed.Steps : LockWait.NeedOf(plan.Pending);
        var held = await new LockWait(_database, _options)
            .AcquireAsync(need, IsDoneAsync, cancellationToken).ConfigureAwait(false);
        if (held is null)
        {
            return log.Finish(await PlanAsync(cancellationToken).ConfigureAwait(false));
        }

        await using (held.ConfigureAwait(false))
        {
            return await ApplyLockedAsync(log, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says what taking versions back would do. Writes nothing.</summary>
    /// <param name="count">How many versions, at least 1; not used where the options have a target.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<UndoPlan> PlanUndoAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var history = await _database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
        return UndoPlan.Create(_set, history, _planOptions, count);
    }

    /// <summary>Takes the newest versions back, or all above the options' target.</summary>
    /// <param name="count">How many versions, at least 1; not used where the options have a target.</param>
    /// <param name="cancellationToken">Ends the run between statements.</param>
    /// <exception cref="MigrationRefusedException">A version has no undo script; nothing was changed.</exception>
    /// <exception cref="ScriptFailedException">An undo script failed.</exception>
    /// <exception cref="LockNotAcquiredException">Another migrator was at work for too long.</exception>
    public async Task<MigrationRun> UndoAsync(int count = 1, CancellationToken cancellationToken = default)
    {
        using var activity = MigrationTelemetry.StartRun("down", _database);
        var log = new RunLog(_database, _options);
        var run = new UndoRun(_database, _options, log);
        var plan = await PlanUndoAsync(count, cancellationToken).ConfigureAwait(false);
        for (var round = 0; plan is { Undone.Count: > 0, Refusals.Count: 0 }; round++)
        {
            Refuse(round < RoundsMax ? [] : [RunErrors.Overtaken(_database.DisplayName)], null);
            Refuse(await _database.FindObstaclesAsync(plan.Scripts, cancellationToken).ConfigureAwait(false), null);
            var need = LockWait.NeedOf(plan.Scripts);
            var held = await new LockWait(_database, _options).AcquireAsync(need, cancellationToken).ConfigureAwait(false);
            await using var _ = held.ConfigureAwait(false);

            // Meanwhile another version may have become the newest, and its script may need more of the lock.
            plan = await PlanUndoAsync(Math.Max(1, count - run.Count), cancellationToken).ConfigureAwait(false);
            var before = await PlanAsync(cancellationToken).ConfigureAwait(false);
            if (plan.Refusals.Count > 0
                || (LockWait.NeedOf(plan.Scripts) <= need && await run.RunAsync(plan, before, cancellationToken).ConfigureAwait(false)))
            {
                break;
            }

            plan = await PlanUndoAsync(Math.Max(1, count - run.Count), cancellationToken).ConfigureAwait(false);
        }

        Refuse(plan.Refusals, null);
        return log.Finish(await PlanAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Records every script up to the options' target, or all of them, as applied, without running any. A target of 0 makes an empty history: whoever made what is there, all scripts are still to run.</summary>
    /// <exception cref="MigrationRefusedException">The database has a history already, or the set is not in order; nothing was changed.</exception>
    public async Task<MigrationRun> BaselineAsync(CancellationToken cancellationToken = default)
    {
        var log = new RunLog(_database, _options);
        var history = await _database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
        var isFromNothing = _options.Target is { } target && target == default && !_set.Scripts.Any(script => script.Version == target);
        var plan = MigrationPlan.Create(_set, history, isFromNothing ? _planOptions with { Target = null } : _planOptions);
        Refuse(history.Scripts.Count > 0 ? [PlanErrors.BaselineTaken(history.Scripts[0])] : plan.Refusals, plan);
        var rows = plan.Pending
            .Where(script => script.Script.Version is not null && !isFromNothing)
            .Select((script, index) => log.Row(script, index + 1) with { Kind = ScriptKind.Baseline, Elapsed = null })
            .ToList();
        if (!await _database.WriteAsync(new() { MakesTables = true, Applied = rows }, cancellationToken).ConfigureAwait(false))
        {
            throw new MigrationRefusedException([RunErrors.Overtaken(_database.DisplayName)]);
        }

        rows.ForEach(log.Applied);
        return log.Finish(await PlanAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Accepts edited texts, settles statements in doubt, and drops INVALID indexes.</summary>
    /// <param name="request">Which scripts, and how what is in doubt is to be settled.</param>
    /// <param name="cancellationToken">Ends the repair before it writes.</param>
    /// <exception cref="MigrationRefusedException">A version is unknown, or nothing is in doubt; nothing was changed.</exception>
    public Task<RepairReport> RepairAsync(RepairRequest request, CancellationToken cancellationToken = default) =>
        new RepairRun(_database, _options, history => RepairPlan.Create(_set, history, _planOptions, request))
            .RunAsync(request.PlanOnly, cancellationToken);

    private async Task<ForeignHistory?> FindForeignAsync(CancellationToken cancellationToken) =>
        _options.ForeignHistory == ForeignHistoryPolicy.Ignore ? null
            : (await ForeignHistories.ReadAsync(_database, cancellationToken).ConfigureAwait(false))
                .FirstOrDefault(foreign => foreign.IsOf(_database.Schema));

    private MigrationPlan Plan(History history) => MigrationPlan.Create(_set, history, _planOptions);

    private async Task<bool> IsDoneAsync(CancellationToken cancellationToken) =>
        await PlanAsync(cancellationToken).ConfigureAwait(false) is { Pending.Count: 0, Refusals.Count: 0 };

    // The history is read again now that the lock is held, and again whenever somebody without it was faster.
    private async Task<MigrationRun> ApplyLockedAsync(RunLog log, CancellationToken cancellationToken)
    {
        await _database.CreateHistoryAsync(_options.LockWait, cancellationToken).ConfigureAwait(false);
        var run = new ApplyRun(_database, _options, log);
        for (var round = 0; round < RoundsMax; round++)
        {
            var history = await _database.ReadHistoryAsync(cancellationToken).ConfigureAwait(false);
            var plan = await AcceptAsync(Plan(history), cancellationToken).ConfigureAwait(false);
            if (plan.Pending.Count == 0 || await run.RunAsync(plan, history.NextRank, cancellationToken).ConfigureAwait(false))
            {
                return log.Finish(plan);
            }
        }

        throw new MigrationRefusedException([RunErrors.Overtaken(_database.DisplayName)]);
    }

    private async Task<MigrationPlan> AcceptAsync(MigrationPlan plan, CancellationToken cancellationToken)
    {
        var obstacles = plan.Pending.Count == 0 ? []
            : await _database.FindObstaclesAsync(plan.Sessions, cancellationToken).ConfigureAwait(false);
        Refuse([.. plan.Refusals, .. obstacles], plan);
        return plan;
    }

    private static void Refuse(IReadOnlyList<DowelError> refusals, MigrationPlan? plan)
    {
        if (refusals.Count > 0)
        {
            throw new MigrationRefusedException(refusals) { Plan = plan };
        }
    }
}
