using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>How every script stands, in words.</summary>
internal static class StatusText
{
    private static readonly Column[] Columns =
    [
        new("Version"),
        new("Description") { Squeeze = Squeeze.Cut },
        new("State"),
        new("Applied at") { Squeeze = Squeeze.Drop },
        new("Statements", IsNumber: true) { Squeeze = Squeeze.Drop },
        new("Time", IsNumber: true) { Squeeze = Squeeze.Drop },
    ];

    /// <summary>Writes the table and where the database stands.</summary>
    public static void Write(ScriptsOutcome outcome, IPage page)
    {
        if (outcome.Statuses.Count > 0)
        {
            page.Table(Columns, [.. outcome.Statuses.Select(Row)]);
        }

        page.Sentence($"{outcome.Applied} applied, {outcome.Pending} pending; {RunText.Position(outcome)}; layout {outcome.Layout}");
        if (outcome.Drift is { } drift)
        {
            page.Sentence(drift.Count == 0 ? "no drift: the schema is what the applied scripts make" : string.Join('\n', drift.Select(entry => $"drift: {entry.Text}")));
        }
    }

    private static Cell[] Row(ScriptStatus status) =>
    [
        new(status.Version?.Text ?? "repeat", status.Version is null ? Tone.Quiet : Tone.Plain),
        status.Description,
        new(Wording.Of(status.State), Wording.ToneOf(status.State)),
        status.Applied is { } applied ? Wording.Of(applied.AppliedAt) : "",
        status.Statements is { } statements ? $"{statements}" : "",
        status.Applied?.Elapsed is { } elapsed ? Wording.Of(elapsed) : "",
    ];
}
