using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What the doctor saw.</summary>
internal sealed record DiagnosisOutcome : Outcome
{
    private static readonly Column[] Columns = [new("Topic"), new("Finding") { Squeeze = Squeeze.Wrap }];

    /// <summary>The engine's name; null where no database was named.</summary>
    public string? Database { get; init; }

    /// <summary>The database's name for people; null where none was named.</summary>
    public string? Name { get; init; }

    /// <summary>All that was looked at.</summary>
    public IReadOnlyList<Diagnosis> Findings { get; init; } = [];

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Findings.Count == 0)
        {
            return;
        }

        page.Table(Columns, [.. Findings.Select(finding => new Cell[] { finding.Topic, new(finding.Finding, finding.Advice is null ? Tone.Plain : Tone.Notable) })]);
        foreach (var finding in Findings)
        {
            if (finding.Advice is { } advice)
            {
                page.Sentence($"{finding.Topic}: {advice}");
            }
        }
    }
}
