namespace Dowel.Migrations;

/// <summary>One file of a source, named and not yet read.</summary>
public sealed class ScriptFile
{
    private readonly Func<Stream> _open;

    /// <summary>Names a file.</summary>
    /// <param name="name">The name below the source, its folders separated by <c>/</c>.</param>
    /// <param name="path">The path or resource name that errors point to.</param>
    /// <param name="open">Opens the bytes from the first one on, as a seekable stream that the caller disposes.</param>
    public ScriptFile(string name, string path, Func<Stream> open) => (Name, Path, _open) = (name, path, open);

    /// <summary>The name below the source, its folders separated by <c>/</c>; it decides what the script is.</summary>
    public string Name { get; }

    /// <summary>The path or resource name that errors point to.</summary>
    public string Path { get; }

    /// <summary>Opens the bytes from the first one on; the caller disposes the stream.</summary>
    /// <exception cref="IOException">The file is gone, locked or damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The process may not read the file.</exception>
    public Stream Open() => _open();

    /// <inheritdoc/>
    public override string ToString() => Path;
}
