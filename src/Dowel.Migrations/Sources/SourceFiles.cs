namespace Dowel.Migrations;

/// <summary>What a source holds.</summary>
/// <param name="Files">The script files in the ordinal order of their names.</param>
/// <param name="Errors">What could not be listed: links that lead out, folders without permission.</param>
public sealed record SourceFiles(IReadOnlyList<ScriptFile> Files, IReadOnlyList<DowelError> Errors);
