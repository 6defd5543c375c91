namespace Dowel.Migrations;

/// <summary>What a source holds.</summary>
/// <param name="Files">The script files in the ordinal order of their names.</param>
/// <param name="Errors">What could not be listed: links that lead out, folders without permission.</param>
public sealed record SourceFiles(IReadOnlyList<ScriptFile> Files, IReadOnlyList<DowelError> Errors)
{
    /// <summary>Files that are no scripts and decide about them: settings and journals of other tools, and migrations written in code.</summary>
    public IReadOnlyList<ScriptFile> Companions { get; init; } = [];
}
