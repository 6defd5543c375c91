namespace Dowel.Migrations;

/// <summary>The <c>*.sql</c> files of a folder and the folders in it, with the files beside them that count.</summary>
/// <remarks>Hidden files and folders are skipped. A symbolic link is followed inside the folder and refused where it leads out of it.</remarks>
public sealed class FolderSource : IScriptSource
{
    /// <summary>Names a folder.</summary>
    /// <param name="path">The folder's path, absolute or below the working folder; it may itself be a link.</param>
    public FolderSource(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Name = path;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SourceFiles Load() => Directory.Exists(Name) && RealPath.Of(Name) is { } root
        ? new FolderWalk(Name, root).Run()
        : throw new DirectoryNotFoundException($"The folder '{Name}' does not exist.");
}
