namespace Dowel.Migrations;

/// <summary>Keeps what a run has done so far, and tells those who watch.</summary>
internal sealed class RunLog(IMigrationDatabase database, MigratorOptions options)
{
    private readonly long _started = options.Clock.GetTimestamp();
    private readonly List<AppliedScript> _done = [];
    private readonly List<AppliedScript> _undone = [];
    private readonly List<AppliedScript> _untimed = [];

    /// <summary>The history's row for a script that begins now.</summary>
    public AppliedScript Row(PreparedScript script, long rank) => new()
    {
        Rank = rank,
        Kind = script.Script.Kind,
        Version = script.Script.Version,
        Description = script.Script.Description,
        Source = Path.GetFileName(script.Script.Path),
        Checksum = script.Script.Checksum,
        Statements = script.Statements.Count,
        AppliedAt = options.Clock.GetUtcNow(),
    };

    /// <summary>Notes a script as applied.</summary>
    public void Applied(AppliedScript row)
    {
        _done.Add(row);
        MigrationTelemetry.Record(row, database);
        options.Progress?.Report(new MigrationEvent.ScriptApplied(row));
    }

    /// <summary>Notes a script whose row was written before the time it took was known.</summary>
    public void AppliedUntimed(AppliedScript row)
    {
        _untimed.Add(row);
        Applied(row);
    }

    /// <summary>Notes a script as undone.</summary>
    public void Undone(AppliedScript row)
    {
        _undone.Add(row);
        options.Progress?.Report(new MigrationEvent.ScriptUndone(row));
    }

    /// <summary>Notes a script as failed, and makes the exception that says so.</summary>
    public ScriptFailedException Failed(ScriptFailure failure, MigrationPlan plan, bool atomic)
    {
        var run = Finish(plan);
        var scripts = run.Scripts.Select(status => status.Script is not null && status.Script == failure.Script?.Script ? status with { State = ScriptState.Failed } : status);
        var error = FailureReport.Create(failure, run with { Scripts = [.. scripts] }, atomic);
        MigrationTelemetry.RecordFailure(error.Errors[0], database);
        return error;
    }

    /// <summary>Writes the times that were not known when their rows were; a run that dies before loses nothing else.</summary>
    public async Task WriteTimesAsync()
    {
        if (_untimed.Count == 0)
        {
            return;
        }

        try
        {
            await database.WriteAsync(new() { Revised = [.. _untimed] }, CancellationToken.None).ConfigureAwait(false);
            _untimed.Clear();
        }
        catch (DowelException)
        {
            // What ended the connection has been said, or will be; the scripts themselves are recorded.
        }
    }

    /// <summary>What the run did, beside the plan it followed.</summary>
    public MigrationRun Finish(MigrationPlan plan)
    {
        var isIdle = _done.Count == 0 && _undone.Count == 0;
        return new(
            [.. _done, .. _undone], isIdle ? plan.Scripts : Revise(plan.Scripts), options.Clock.GetElapsedTime(_started))
        {
            Layout = plan.Layout,
            Warnings = plan.Warnings,
        };
    }

    private List<ScriptStatus> Revise(IReadOnlyList<ScriptStatus> scripts)
    {
        var applied = _done.ToLookup(IdOf);
        var undone = _undone.ToLookup(IdOf);
        return
        [
            .. scripts.Select(status =>
                status.IsPending && applied[IdOf(status)].LastOrDefault() is { } row
                    ? status with { State = ScriptState.Applied, Applied = row }
                : status.Script is not null && undone.Contains(IdOf(status))
                    ? status with { State = ScriptState.Pending, Applied = null }
                : status),
        ];
    }

    private static (bool IsRepeatable, string Id) IdOf(AppliedScript row) => (row.Kind == ScriptKind.Repeatable, row.Id);

    private static (bool IsRepeatable, string Id) IdOf(ScriptStatus status) =>
        (status.Kind == ScriptKind.Repeatable, status.Script?.Id ?? status.Applied!.Id);
}
