using System.Text.Json;
using System.Text.Json.Serialization;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>The changes from one schema to another.</summary>
internal sealed record DiffOutcome : Outcome
{
    /// <summary>The form that is JSON.</summary>
    public const string Json = "json";

    /// <summary>The engine's name; null where the command did not come to a comparison.</summary>
    public string? Database { get; init; }

    /// <summary>Where the changes start.</summary>
    public string? From { get; init; }

    /// <summary>Where they lead.</summary>
    public string? To { get; init; }

    /// <summary>The changes with what they take away, and the scripts that make them.</summary>
    public JsonElement? Plan => Planned is null ? null : JsonElement.Parse(PlanJson.Write(Planned, Drafts, Counts, Hazards));

    /// <summary>The plan.</summary>
    [JsonIgnore]
    public SchemaPlan? Planned { get; init; }

    /// <summary>The plan as it is written; empty where it must not be carried out.</summary>
    [JsonIgnore]
    public IReadOnlyList<ScriptDraft> Drafts { get; init; } = [];

    /// <summary>How much each loss would take.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>What the plan asks of those who use the database meanwhile.</summary>
    [JsonIgnore]
    public HazardReport Hazards { get; init; } = HazardReport.None;

    /// <summary>Whether the page gets JSON instead of SQL.</summary>
    [JsonIgnore]
    public bool IsJson { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override int ExitCode => Failure is null && Planned is { IsEmpty: false } ? ExitCodes.Findings : base.ExitCode;

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Planned is null)
        {
            return;
        }

        // Without the word that is needed there is no SQL, lest somebody runs it.
        page.Line(IsJson ? PlanJson.Write(Planned, Drafts, Counts, Hazards)
            : Planned.IsEmpty ? "-- No difference."
            : Drafts.Count > 0 ? DraftText.Of(Drafts).TrimEnd() + string.Concat(HazardText.Of(Hazards).Select((line, index) => $"{(index == 0 ? "\n" : "")}\n-- {line}"))
            : string.Join('\n', Planned.Changes.Select(change => $"-- {ChangeWords.Of(change)}")));
    }
}
