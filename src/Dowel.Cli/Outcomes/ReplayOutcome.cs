using System.Text.Json.Serialization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What replaying the scripts on an empty database showed.</summary>
internal sealed record ReplayOutcome : Outcome
{
    /// <summary>The engine's name; null where the command did not come to a database.</summary>
    public string? Database { get; init; }

    /// <summary>The schema; null where none was asked for.</summary>
    public string? Schema { get; init; }

    /// <summary>The naming convention; null where no script was read.</summary>
    public string? Layout { get; init; }

    /// <summary>How many scripts were applied.</summary>
    public int Scripts => Report?.Run.Applied.Count ?? Failure?.Applied.Count ?? 0;

    /// <summary>How many of the newest versions were undone.</summary>
    public int Undone => Report?.Undone ?? 0;

    /// <summary>Where the schema was not what it should have been.</summary>
    public IReadOnlyList<ReplayFinding> Findings => [.. (Report?.Differences ?? []).Select(ReplayFinding.Of)];

    /// <summary>What was compared of the assembly's repositories; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContractSummary? Contracts { get; init; }

    /// <summary>After how many scripts SQLite and PostgreSQL were compared with each other; left out where the scripts are for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ComparedAfter { get; init; }

    /// <summary>How long the replay took.</summary>
    public double ElapsedMs => ScriptEntry.Milliseconds(Elapsed);

    /// <summary>How long the replay took.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed { get; init; }

    /// <summary>What was seen; null where the replay did not come to its end.</summary>
    [JsonIgnore]
    public ReplayReport? Report { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override int ExitCode => Failure is null && Report?.Differences.Count > 0 ? ExitCodes.Findings : base.ExitCode;

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Report is null)
        {
            return;
        }

        foreach (var finding in Findings)
        {
            page.Line($"{finding.When}, this {(finding.State == ReplayFinding.Extra ? "should not be there" : "is missing")}: {finding.Line}");
        }

        var undone = Undone == 0 ? "none can be undone" : $"{Undone} undone{(Report.Again is null ? "" : " and applied again")}";
        var verdict = Findings.Count == 0 ? "all is well" : Wording.Count(Findings.Count, "difference");
        page.Line($"{Wording.Count(Scripts, "script")} applied to an empty database, {undone}: {verdict} ({Wording.Of(Elapsed)})");
        Contracts?.Describe(page);
        if (ComparedAfter is { } times)
        {
            var differences = Errors.Count(error => error.Code == SchemaErrors.NotPortableCode);
            page.Line($"SQLite and PostgreSQL {(differences == 0 ? "hold the same" : "do not hold the same")} after each of {Wording.Count(times, "script")}");
        }
    }
}
