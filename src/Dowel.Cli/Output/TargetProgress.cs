using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Tells how one of many targets goes, with its name in front.</summary>
internal sealed class TargetProgress(RunProgress progress, string target) : IProgress<MigrationEvent>
{
    /// <inheritdoc/>
    public void Report(MigrationEvent value)
    {
        if (EventText.Of(value) is { Length: > 0 } text)
        {
            progress.Tell($"{target}: {text}");
        }
    }
}
