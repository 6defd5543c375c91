namespace Dowel.Migrations;

/// <summary>Finds the script for each entry of another tool's history, and makes Dowel's rows of them. Pure.</summary>
internal sealed class AdoptionMatching
{
    private readonly ScriptSet _set;
    private readonly ForeignHistory _foreign;
    private readonly Func<Script, int> _count;
    private readonly DateTimeOffset _now;
    private readonly HashSet<Script> _matched = [];
    private readonly HashSet<(ScriptKind Kind, string Id)> _taken = [];
    private readonly List<AppliedScript> _rows = [];
    private readonly List<DowelError> _errors = [];
    private readonly List<DowelError> _warnings = [];
    private readonly List<string> _unkept = [];

    private AdoptionMatching(ScriptSet set, ForeignHistory foreign, Func<Script, int> count, DateTimeOffset now) =>
        (_set, _foreign, _count, _now) = (set, foreign, count, now);

    /// <summary>The rows in the order in which the tool applied them.</summary>
    public IReadOnlyList<AppliedScript> Rows => _rows;

    /// <summary>Whether nothing failed, and all that was applied has its script, be it edited or not.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>All that keeps the history from being taken over.</summary>
    public IReadOnlyList<DowelError> Errors => _errors;

    /// <summary>What is worth a word.</summary>
    public IReadOnlyList<DowelError> Warnings => _warnings;

    /// <summary>Matches.</summary>
    /// <param name="set">The scripts.</param>
    /// <param name="foreign">The other tool's history.</param>
    /// <param name="count">How many statements a script has.</param>
    /// <param name="now">The time of application where the tool keeps none.</param>
    public static AdoptionMatching Of(ScriptSet set, ForeignHistory foreign, Func<Script, int> count, DateTimeOffset now)
    {
        var matching = new AdoptionMatching(set, foreign, count, now);
        matching.IsWhole = foreign.Failed.Count == 0;
        matching._errors.AddRange(foreign.Failed.Select(name => AdoptionErrors.Failed(name, foreign)));
        foreach (var entry in foreign.Entries)
        {
            matching.Match(entry);
        }

        if (matching._unkept.Count > 0)
        {
            matching._warnings.Add(AdoptionErrors.NotKept(matching._unkept, foreign));
        }

        return matching;
    }

    private void Match(ForeignEntry entry)
    {
        switch (entry.Kind)
        {
            case ForeignEntryKind.Script or ForeignEntryKind.BaselineScript:
                MatchScript(entry);
                break;
            case ForeignEntryKind.Repeatable:
                MatchRepeatable(entry);
                break;
            case ForeignEntryKind.Below or ForeignEntryKind.Through:
                MatchLower(entry);
                break;
            case ForeignEntryKind.Baseline or ForeignEntryKind.Covered:
                MatchBaseline(entry);
                break;
            default:
                _unkept.Add(entry.Name);
                break;
        }
    }

    // Two files may have one text, and a tool that goes by hashes tells them apart by their order alone.
    private Script? Find(ForeignEntry entry) =>
        _foreign.Tool.Find(entry, [.. _set.Scripts.Where(script => !_matched.Contains(script))])
        ?? _foreign.Tool.Find(entry, _set.Scripts);

    private void MatchScript(ForeignEntry entry)
    {
        if (Find(entry) is not { } script)
        {
            IsWhole = false;
            _errors.Add(AdoptionErrors.Missing(entry, _foreign));
            return;
        }

        if (!_foreign.Tool.IsUnchanged(script, entry))
        {
            _errors.Add(AdoptionErrors.Changed(script, _foreign));
        }

        Add(script, entry, script.Kind);
    }

    // One that is not recorded runs again, as it does after every edit.
    private void MatchRepeatable(ForeignEntry entry)
    {
        if (Find(entry) is not { } script)
        {
            _unkept.Add(entry.Name);
        }
        else if (_foreign.Tool.IsUnchanged(script, entry))
        {
            Add(script, entry, script.Kind);
        }
        else
        {
            _warnings.Add(AdoptionErrors.RunsAgain(script, _foreign));
        }
    }

    private void MatchLower(ForeignEntry entry)
    {
        var lower = _set.Scripts.Where(script => script.Kind == ScriptKind.Versioned && script.Version < entry.Version).ToList();
        foreach (var script in lower)
        {
            Add(script, entry, entry.Kind == ForeignEntryKind.Below ? ScriptKind.Baseline : ScriptKind.Versioned);
        }

        if (entry.Kind == ForeignEntryKind.Through && lower.Count > 0)
        {
            _warnings.Add(AdoptionErrors.Assumed(lower, entry, _foreign));
        }
    }

    private void MatchBaseline(ForeignEntry entry)
    {
        if (Find(entry) is { } script)
        {
            Add(script, entry, ScriptKind.Baseline);
        }
        else if (entry.Kind == ForeignEntryKind.Baseline)
        {
            Add(AppliedScript.BaselineOf(entry.Version!.Value, entry.Description ?? entry.Name, entry.Name, entry.AppliedAt ?? _now));
        }
    }

    private void Add(Script script, ForeignEntry entry, ScriptKind kind)
    {
        _matched.Add(script);
        Add(new()
        {
            Rank = 0,
            Kind = kind,
            Version = script.Version,
            Description = script.Description,
            Source = Path.GetFileName(script.Path),
            Checksum = script.Checksum,
            Statements = _count(script),
            AppliedAt = entry.AppliedAt ?? _now,
            Elapsed = kind == ScriptKind.Baseline ? null : entry.Elapsed,
        });
    }

    // A version is in the history once, however often the tool has met it.
    private void Add(AppliedScript row)
    {
        if (_taken.Add((row.Kind == ScriptKind.Repeatable ? row.Kind : ScriptKind.Versioned, row.Id)))
        {
            _rows.Add(row with { Rank = _rows.Count + 1 });
        }
    }
}
