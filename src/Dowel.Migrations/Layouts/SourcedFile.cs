namespace Dowel.Migrations;

/// <summary>A file with the source it comes from.</summary>
/// <param name="File">The file, not yet read.</param>
/// <param name="Source">The source's name.</param>
/// <param name="Name">The file's name, taken apart.</param>
internal sealed record SourcedFile(ScriptFile File, string Source, ScriptFileName Name);
