namespace Dowel.Cli;

/// <summary>Files that were written.</summary>
internal sealed record FilesOutcome : Outcome
{
    /// <summary>Their paths.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        foreach (var file in Files)
        {
            page.Line(file);
        }
    }
}
