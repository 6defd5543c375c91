namespace Dowel.Migrations;

/// <summary>Sets scripts beside history: how each one stands, and what of it is to be refused. Pure.</summary>
internal sealed class HistoryComparison
{
    private readonly ScriptSet _set;
    private readonly PlanOptions _options;
    private readonly Dictionary<string, AppliedScript> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AppliedScript> _repeatables = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<JournalEntry> _journal;
    private readonly List<ScriptStatus> _statuses = [];
    private readonly List<DowelError> _errors = [];
    private readonly List<DowelError> _warnings = [];

    private HistoryComparison(ScriptSet set, History history, PlanOptions options)
    {
        (_set, _options) = (set, options);
        _journal = history.Journal;
        foreach (var row in history.Scripts)
        {
            (row.Kind == ScriptKind.Repeatable ? _repeatables : _versions)[row.Id] = row;
        }

        NewestApplied = history.Scripts.Max(row => row.Version);
        BaselinedUpTo = history.Scripts.Where(row => row.Kind == ScriptKind.Baseline && !row.IsPoint).Max(row => row.Version);
        Baseline = set.Scripts.LastOrDefault(script => script.Kind == ScriptKind.Baseline);
        IsFresh = history.Scripts.Count == 0;
    }

    /// <summary>How each script stands, missing ones included, in the order in which they run.</summary>
    public IReadOnlyList<ScriptStatus> Statuses => _statuses;

    /// <summary>Everything that keeps the set from being applied.</summary>
    public IReadOnlyList<DowelError> Errors => _errors;

    /// <summary>What is worth a word and is no obstacle.</summary>
    public IReadOnlyList<DowelError> Warnings => _warnings;

    private MigrationVersion? NewestApplied { get; }

    private MigrationVersion? BaselinedUpTo { get; }

    private Script? Baseline { get; }

    private bool IsFresh { get; }

    /// <summary>Compares.</summary>
    public static HistoryComparison Of(ScriptSet set, History history, PlanOptions options)
    {
        var comparison = new HistoryComparison(set, history, options);
        comparison.CompareVersioned();
        comparison.FindMissing(history);
        comparison.CompareRepeatable();
        comparison.FindGaps();
        return comparison;
    }

    private void CompareVersioned()
    {
        if (Baseline is { } baseline && (IsFresh || IsApplied(baseline)))
        {
            _statuses.Add(Compare(baseline));
        }

        _statuses.AddRange(_set.Scripts
            .Where(script => script.Kind == ScriptKind.Versioned && !IsOwnedByBaseline(script))
            .Select(Compare));
    }

    // A row of that number may also be the versioned script's, applied or recorded before the baseline script was written.
    private bool IsApplied(Script baseline) =>
        _versions.TryGetValue(baseline.Id, out var row)
        && row.Kind == ScriptKind.Baseline
        && (row.Checksum == baseline.Checksum || row.Source == Path.GetFileName(baseline.Path));

    // The row of an applied baseline script carries its version; the versioned script of the same number is covered.
    private bool IsOwnedByBaseline(Script script) =>
        Baseline is { } baseline && script.Version == baseline.Version && _statuses.Count > 0;

    private ScriptStatus Compare(Script script)
    {
        var applied = _versions.GetValueOrDefault(script.Id);
        if (applied is not null)
        {
            return CompareApplied(script, applied);
        }

        if (IsCovered(script))
        {
            return new(ScriptState.Baseline, script, null);
        }

        if (IsUnfinished(script.Kind, script.Id))
        {
            return new(ScriptState.Failed, script, null);
        }

        return NewestApplied is { } newest && script.Version < newest
            ? CompareLate(script, newest)
            : new(ScriptState.Pending, script, null);
    }

    private ScriptStatus CompareApplied(Script script, AppliedScript applied)
    {
        if (IsUnfinished(ScriptKind.Undo, script.Id))
        {
            _errors.Add(PlanErrors.UndoUnfinished(applied));
            return new(ScriptState.Failed, script, applied);
        }

        if (applied.Checksum != script.Checksum)
        {
            _errors.Add(PlanErrors.Changed(script, applied));
            return new(ScriptState.Changed, script, applied);
        }

        return new(applied.Kind == ScriptKind.Baseline ? ScriptState.Baseline : ScriptState.Applied, script, applied);
    }

    // The journal holds the statements of one script, or of a few.
    private bool IsUnfinished(ScriptKind kind, string script) =>
        _journal.Count > 0 && _journal.Any(entry => entry.Kind == kind && entry.Script == script);

    private bool IsCovered(Script script) =>
        script.Kind == ScriptKind.Versioned
        && (script.Version <= BaselinedUpTo || (IsFresh && Baseline is { } baseline && script.Version <= baseline.Version));

    private ScriptStatus CompareLate(Script script, MigrationVersion newest)
    {
        if (!script.Directives.OutOfOrderAllowed && _options.OutOfOrder != OutOfOrderPolicy.Allow)
        {
            var findings = _options.OutOfOrder == OutOfOrderPolicy.Warn ? _warnings : _errors;
            findings.Add(PlanErrors.OutOfOrder(script, newest));
        }

        return new(ScriptState.OutOfOrder, script, null);
    }

    // A point covers no script: one that comes later below it would never run, and nobody would be told.
    private void FindMissing(History history)
    {
        var present = _set.Scripts
            .Where(script => script.Kind is ScriptKind.Versioned or ScriptKind.Baseline)
            .Select(script => script.Id).ToHashSet(StringComparer.Ordinal);
        var newest = _set.Scripts.Where(script => script.Kind != ScriptKind.Undo).Max(script => script.Version);
        foreach (var applied in history.Scripts.Where(row => row.Version is not null && !present.Contains(row.Id)))
        {
            if (applied.IsPoint)
            {
                _statuses.Add(new(ScriptState.Baseline, null, applied));
                continue;
            }

            if (applied.Version <= Baseline?.Version)
            {
                continue;
            }

            _errors.Add(newest is null || applied.Version > newest
                ? PlanErrors.Newer(applied, newest)
                : PlanErrors.Missing(applied));
            _statuses.Add(new(ScriptState.Missing, null, applied));
        }

        if (_statuses.Exists(status => status.Script is null))
        {
            _statuses.Sort((left, right) => Nullable.Compare(left.Version, right.Version));
        }
    }

    private void CompareRepeatable()
    {
        foreach (var script in _set.Scripts.Where(script => script.Kind == ScriptKind.Repeatable))
        {
            var applied = _repeatables.GetValueOrDefault(script.Id);
            var state = IsUnfinished(script.Kind, script.Id) ? ScriptState.Failed
                : applied?.Checksum == script.Checksum && !script.Directives.RepeatAlways ? ScriptState.Applied
                : ScriptState.Pending;
            _statuses.Add(new(state, script, applied));
        }
    }

    private void FindGaps()
    {
        if (_options.Gaps == GapPolicy.Allow)
        {
            return;
        }

        var versions = _set.Scripts.Where(script => script.Kind == ScriptKind.Versioned).ToList();
        for (var i = 1; i < versions.Count; i++)
        {
            if (!versions[i].Version!.Value.Follows(versions[i - 1].Version!.Value))
            {
                _errors.Add(PlanErrors.Gap(versions[i], versions[i - 1].Version!.Value));
            }
        }
    }
}
