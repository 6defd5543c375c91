namespace Dowel.Migrations;

/// <summary>A file with the source it comes from; its text is read once, when it is first asked for.</summary>
internal sealed class SourcedFile
{
    private ScriptFileText? _text;

    /// <summary>Takes a file.</summary>
    public SourcedFile(ScriptFile file, string source) =>
        (File, Source, Name) = (file, source, ScriptFileName.Parse(file.Name));

    /// <summary>The file.</summary>
    public ScriptFile File { get; }

    /// <summary>The source's name.</summary>
    public string Source { get; }

    /// <summary>The file's name, taken apart.</summary>
    public ScriptFileName Name { get; }

    /// <summary>The file's text, or why it has none.</summary>
    public ScriptFileText Content => _text ??= ScriptFileText.Load(File);
}
