using System.Text.Json.Serialization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What a repair did, or would do.</summary>
internal sealed record RepairOutcome : Outcome
{
    /// <summary>The engine's name; null where the command did not come to a database.</summary>
    public string? Database { get; init; }

    /// <summary>Whether it was told and not done.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>The files whose present text counts as the applied one.</summary>
    public IReadOnlyList<string> Accepted => [.. (Report?.Accepted ?? []).Select(script => script.Path)];

    /// <summary>The statements that are no longer in doubt.</summary>
    public IReadOnlyList<SettledStatement> Settled =>
        [.. (Report?.Settled ?? []).Select(entry => new SettledStatement(entry.Script, entry.Number))];

    /// <summary>The INVALID indexes that were dropped, or would be.</summary>
    public IReadOnlyList<string> DroppedIndexes => Report?.DroppedIndexes ?? [];

    /// <summary>What was done.</summary>
    [JsonIgnore]
    public RepairReport? Report { get; init; }

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Report is null)
        {
            return;
        }

        var would = PlanOnly ? "would be " : "";
        foreach (var path in Accepted)
        {
            page.Line($"{path}: its present text {would}accepted");
        }

        foreach (var statement in Settled)
        {
            page.Line($"{statement.Script}: statement {statement.Number} {would}settled");
        }

        foreach (var index in DroppedIndexes)
        {
            page.Line($"{index}: INVALID, {would}dropped");
        }

        if (Accepted.Count + Settled.Count + DroppedIndexes.Count + Warnings.Count == 0)
        {
            page.Line("Nothing to repair.");
        }
    }
}
