namespace Dowel.Migrations;

/// <summary>What taking over another tool's history would record, or why it cannot be taken over.</summary>
/// <remarks>Reads nothing and writes nothing.</remarks>
public sealed record AdoptionPlan
{
    /// <summary>The tool's name as options spell it; empty where none was found.</summary>
    public required string Tool { get; init; }

    /// <summary>The tool's name as it writes it.</summary>
    public required string Title { get; init; }

    /// <summary>The tool's table, with its schema where there is one.</summary>
    public required string Table { get; init; }

    /// <summary>The rows that Dowel's history would get; none where it has them already.</summary>
    public required IReadOnlyList<AppliedScript> Rows { get; init; }

    /// <summary>How every script would stand afterwards.</summary>
    public required IReadOnlyList<ScriptStatus> Scripts { get; init; }

    /// <summary>All that forbids it; empty where it may go on.</summary>
    public required IReadOnlyList<DowelError> Refusals { get; init; }

    /// <summary>What is worth a word and forbids nothing.</summary>
    public IReadOnlyList<DowelError> Warnings { get; init; } = [];

    /// <summary>Lays another tool's history beside the scripts.</summary>
    /// <param name="set">The scripts as loaded.</param>
    /// <param name="history">Dowel's own past.</param>
    /// <param name="foreign">The other tool's.</param>
    /// <param name="options">The dialect and the tokens that say how many statements a script has.</param>
    /// <param name="now">What counts as the time of application where the tool keeps none.</param>
    internal static AdoptionPlan Create(
        ScriptSet set, History history, ForeignHistory foreign, PlanOptions options, DateTimeOffset now)
    {
        var matching = AdoptionMatching.Of(set, foreign, script => Count(script, set, options), now);
        var isAdopted = history.Scripts.Count > 0
            && matching.IsWhole && matching.Rows.All(row => history.Scripts.Any(known => IsSame(known, row)));
        IReadOnlyList<DowelError> refusals = isAdopted ? []
            : history.Exists ? [AdoptionErrors.HistoryTaken(history, foreign)]
            : [.. set.Errors, .. matching.Errors];
        var rows = isAdopted || refusals.Count > 0 ? [] : matching.Rows;
        var after = history.Exists ? history : new History(true, rows, []);
        var statuses = MigrationPlan.Create(set, after, options).Scripts;
        return new()
        {
            Tool = foreign.Tool.Name,
            Title = foreign.Tool.Title,
            Table = foreign.Table.DisplayName,
            Rows = rows,
            Scripts = refusals.Count > 0 ? [] : statuses,
            Refusals = refusals,
            Warnings = rows.Count == 0 ? [] : [.. matching.Warnings, .. FindSkipped(statuses, rows, foreign)],
        };
    }

    /// <summary>A plan where no history was found that could be taken over.</summary>
    internal static AdoptionPlan Refused(DowelError error) => new()
    {
        Tool = "",
        Title = "",
        Table = "",
        Rows = [],
        Scripts = [],
        Refusals = [error],
    };

    private static IEnumerable<DowelError> FindSkipped(
        IReadOnlyList<ScriptStatus> statuses, IReadOnlyList<AppliedScript> rows, ForeignHistory foreign) =>
        statuses.Where(status => status.State == ScriptState.OutOfOrder)
            .Select(status => AdoptionErrors.Skipped(status.Script!, rows.Max(row => row.Version)!.Value, foreign));

    private static bool IsSame(AppliedScript known, AppliedScript row) =>
        known.Id == row.Id && (known.Kind == ScriptKind.Repeatable) == (row.Kind == ScriptKind.Repeatable);

    // What is wrong with a script that has run long ago is no matter now.
    private static int Count(Script script, ScriptSet set, PlanOptions options) =>
        ScriptPreparer.Prepare(script, set.Tokens, options, [])?.Statements.Count ?? 0;
}
