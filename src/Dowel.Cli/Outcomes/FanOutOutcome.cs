using System.Text.Json.Serialization;

namespace Dowel.Cli;

/// <summary>What many databases came to, behind what was told of each.</summary>
internal sealed record FanOutOutcome : Outcome
{
    private static readonly Column[] Columns =
    [
        new("Failed") { Squeeze = Squeeze.Wrap },
        new("Code"),
        new("Problem") { Squeeze = Squeeze.Wrap },
        new("Remedy") { Squeeze = Squeeze.Wrap },
    ];

    /// <inheritdoc/>
    public override bool IsJsonWritten => true;

    /// <inheritdoc/>
    public override int ExitCode => Math.Max(Tally.ExitCode, base.ExitCode);

    /// <summary>What was counted.</summary>
    [JsonIgnore]
    public required FanOutTally Tally { get; init; }

    /// <summary>Whether what failed was told as it came, so that it needs no table.</summary>
    [JsonIgnore]
    public bool IsTold { get; init; }

    /// <summary>How long it took.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed { get; init; }

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (!IsTold && Tally.Failures.Count > 0)
        {
            page.Table(Columns, [.. Tally.Failures.Select(Row)]);
        }

        page.Sentence($"{Tally.Sentence} ({Wording.Of(Elapsed)})");
    }

    private static Cell[] Row(FailedTargets failed) =>
    [
        failed.Names,
        new(failed.Error.Code, Tone.Bad),
        failed.Error.Location is { } place ? $"{place}: {failed.Error.Problem}" : failed.Error.Problem,
        failed.Error.Remedy,
    ];
}
