namespace Dowel.Migrations;

/// <summary>What a repair would write. Pure.</summary>
internal sealed record RepairPlan(
    HistoryChanges Changes,
    IReadOnlyList<Script> Accepted,
    IReadOnlyList<JournalEntry> Settled,
    IReadOnlyList<DowelError> Refusals)
{
    /// <summary>What is in doubt and stays so, since the request does not say what became of it.</summary>
    public IReadOnlyList<DowelError> Warnings { get; init; } = [];

    public static RepairPlan Create(ScriptSet set, History history, PlanOptions options, RepairRequest request)
    {
        var errors = new List<DowelError>(set.Errors);
        var chosen = Choose(set, request, errors);
        var changed = HistoryComparison.Of(set, history, options).Statuses
            .Where(status => status.State == ScriptState.Changed && chosen.Contains(status.Script!))
            .ToList();
        var open = FindDoubtful(history, chosen);
        var doubtful = request.Settlement == Settlement.None ? [] : open;
        if (request.Settlement != Settlement.None && doubtful.Count == 0)
        {
            errors.Add(PlanErrors.NotInDoubt(chosen.Count == 1 ? chosen[0] : null));
        }

        var edited = FindEdited(set, history, options, chosen);
        var done = request.Settlement == Settlement.Done;
        var changes = new HistoryChanges
        {
            Revised = [.. changed.Select(Accept)],
            Advanced = [.. edited, .. done ? doubtful.Select(entry => entry with { State = JournalState.Done }) : []],
            Forgotten = done ? [] : doubtful,
        };
        IEnumerable<Script> resumed = chosen.Where(script => edited.Exists(entry => IsOf(script, entry)));
        return new(changes, [.. changed.Select(status => status.Script!), .. resumed], doubtful, errors)
        {
            Warnings = [.. open.Except(doubtful).Select(entry => PlanErrors.StillInDoubt(
                chosen.First(script => IsOf(script, entry)), entry.Number))],
        };
    }

    private static List<Script> Choose(ScriptSet set, RepairRequest request, List<DowelError> errors)
    {
        if (request.Scripts.Count == 0)
        {
            return [.. set.Scripts.Where(script => !script.Kind.IsHook)];
        }

        var chosen = new List<Script>();
        foreach (var name in request.Scripts)
        {
            var found = set.Scripts.Where(script => !script.Kind.IsHook && IsNamed(script, name)).ToList();
            if (found.Count == 0)
            {
                errors.Add(PlanErrors.UnknownVersion(name));
            }

            chosen.AddRange(found);
        }

        return chosen;
    }

    private static bool IsNamed(Script script, string name) => script.Version is { } version
        ? MigrationVersion.TryParse(name, out var wanted) && version == wanted
        : script.Description == name;

    private static List<JournalEntry> FindDoubtful(History history, List<Script> chosen) =>
    [
        .. history.Journal.Where(entry =>
            entry.State == JournalState.Started
            && chosen.Exists(script => IsOf(script, entry))),
    ];

    // Statements of unfinished scripts that are done, with the checksums of the text they have now.
    private static List<JournalEntry> FindEdited(
        ScriptSet set, History history, PlanOptions options, IEnumerable<Script> chosen) =>
    [
        .. from script in chosen
           let journal = history.JournalOf(script)
           where journal.Count > 0
           let statements = ScriptPreparer.Prepare(script, set.Tokens, options, [])?.Statements ?? []
           from entry in journal
           where entry.State == JournalState.Done && entry.Number <= statements.Count
           let checksum = statements[entry.Number - 1].Checksum
           where checksum != entry.Checksum
           select entry with { Checksum = checksum },
    ];

    private static bool IsOf(Script script, JournalEntry entry) => script.Kind == entry.Kind && script.Id == entry.Script;

    private static AppliedScript Accept(ScriptStatus status) => status.Applied! with
    {
        Description = status.Script!.Description,
        Source = Path.GetFileName(status.Script.Path),
        Checksum = status.Script.Checksum,
    };
}
