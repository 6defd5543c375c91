namespace Dowel.Migrations;

/// <summary>A file whose name the set's layout has read.</summary>
/// <param name="Origin">The file and its source.</param>
/// <param name="Name">What its name says.</param>
/// <param name="Settings">The file of settings that another tool keeps beside it, or null.</param>
internal sealed record NamedScript(SourcedFile Origin, ScriptName Name, SourcedFile? Settings = null)
{
    /// <summary>The path that errors point to.</summary>
    public string Path => Origin.File.Path;

    /// <summary>The database the file is marked for; null for every one.</summary>
    public string? Dialect => Origin.Name.Dialect;
}
