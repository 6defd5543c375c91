using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What a run did, in words.</summary>
internal static class RunText
{
    private static readonly Column[] Columns =
    [
        new("Version"),
        new("Description") { Squeeze = Squeeze.Cut },
        new("Statements", IsNumber: true) { Squeeze = Squeeze.Drop },
        new("Time", IsNumber: true),
    ];

    private static readonly Column[] AdoptedColumns =
    [
        new("Version"),
        new("Description") { Squeeze = Squeeze.Cut },
        new("Applied at") { Squeeze = Squeeze.Drop },
        new("As"),
    ];

    /// <summary>What <c>up</c> applied.</summary>
    public static void Up(ScriptsOutcome outcome, IPage page)
    {
        if (outcome.Applied == 0)
        {
            page.Sentence(outcome switch
            {
                { Statuses.Count: 0 } => "Nothing to do: there are no scripts.",
                { Pending: 0 } => $"Nothing to do: {Position(outcome)}.",
                _ => $"Nothing to do up to here: {Position(outcome)}, {outcome.Pending} pending.",
            });
            return;
        }

        Table(outcome.Rows!, page);
        page.Sentence($"{outcome.Applied} applied, {outcome.Pending} pending; {Position(outcome)}{Took(outcome)}");
    }

    /// <summary>What <c>down</c> undid.</summary>
    public static void Down(ScriptsOutcome outcome, IPage page)
    {
        if (outcome.Applied == 0)
        {
            page.Sentence($"Nothing to undo: {Position(outcome)}.");
            return;
        }

        Table(outcome.Rows!, page);
        page.Sentence($"{outcome.Applied} undone, {outcome.Pending} pending; {Position(outcome)}{Took(outcome)}");
    }

    /// <summary>What <c>baseline</c> recorded.</summary>
    public static void Baseline(ScriptsOutcome outcome, IPage page)
    {
        if (outcome.Applied > 0)
        {
            Table(outcome.Rows!, page);
        }

        page.Sentence($"{outcome.Applied} recorded without running, {outcome.Pending} pending; {Position(outcome)}");
    }

    /// <summary>What <c>adopt</c> recorded, or would.</summary>
    public static void Adopted(ScriptsOutcome outcome, IPage page, AdoptionPlan plan, bool isPlan)
    {
        var where = $"{plan.Title}'s {plan.Table}";
        if (outcome.Applied == 0)
        {
            page.Sentence($"Nothing to adopt: all of {where} is recorded; {Position(outcome)}.");
            return;
        }

        page.Table(
            AdoptedColumns,
            [.. outcome.Rows!.Select(row => new Cell[] { VersionOf(row), row.Description, Wording.Of(row.AppliedAt), Wording.Of(row.Kind) })]);
        page.Sentence(isPlan
            ? $"{outcome.Applied} would be recorded from {where}, {outcome.Pending} would be pending"
            : $"{outcome.Applied} recorded from {where}, {outcome.Pending} pending; {Position(outcome)}");
    }

    /// <summary>Where the database stands.</summary>
    public static string Position(ScriptsOutcome outcome) =>
        outcome.Newest is { } version ? $"database is at {version}" : "database is at no version yet";

    private static Cell VersionOf(AppliedScript row) => new(row.Version?.Text ?? "repeat", row.Version is null ? Tone.Quiet : Tone.Plain);

    private static string Took(ScriptsOutcome outcome) => $" ({Wording.Of(outcome.Elapsed)})";

    private static void Table(IReadOnlyList<AppliedScript> rows, IPage page) => page.Table(
        Columns,
        [
            .. rows.Select(row => new Cell[]
            {
                VersionOf(row),
                row.Description,
                $"{row.Statements}",
                row.Elapsed is { } elapsed ? Wording.Of(elapsed) : "",
            }),
        ]);
}
