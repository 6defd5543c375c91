namespace Dowel.Migrations;

/// <summary>One walk through a folder of scripts; used once.</summary>
internal sealed class FolderWalk
{
    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string _given;
    private readonly string _root;
    private readonly List<ScriptFile> _files = [];
    private readonly List<ScriptFile> _companions = [];
    private readonly List<DowelError> _errors = [];

    // The real folders between the root and where the walk stands: meeting one again is a loop.
    private readonly HashSet<string> _open = [];

    /// <summary>Prepares a walk.</summary>
    /// <param name="given">The folder as the user wrote it; display paths start with it.</param>
    /// <param name="root">The same folder without any link in its path.</param>
    public FolderWalk(string given, string root) => (_given, _root) = (given, root);

    /// <summary>Walks the folder and everything in it.</summary>
    public SourceFiles Run()
    {
        Visit(new DirectoryInfo(_given), "", _root);
        _files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        _companions.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new(_files, _errors) { Companions = _companions };
    }

    private void Visit(DirectoryInfo folder, string prefix, string real)
    {
        _open.Add(real);
        foreach (var entry in List(folder, prefix))
        {
            if (entry.Name[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.Hidden))
            {
                Take(entry, prefix + entry.Name, Path.Join(real, entry.Name));
            }
        }

        _open.Remove(real);
    }

    private FileSystemInfo[] List(DirectoryInfo folder, string prefix)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            _errors.Add(LoadErrors.Unreadable(Display(prefix), failure.Message));
            return [];
        }
    }

    private void Take(FileSystemInfo entry, string name, string real)
    {
        var link = entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? entry.LinkTarget : null;
        var isScript = name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);
        var target = link is null ? real : RealPath.Of(real);
        var isFolder = link is null ? entry is DirectoryInfo : Directory.Exists(target);
        if (!isFolder && !isScript && !CompanionName.Counts(name))
        {
            return;
        }

        if (link is not null && Refusal(target, link) is { } why)
        {
            _errors.Add(LoadErrors.Link(Display(name), why));
        }
        else if (isFolder)
        {
            Visit(new DirectoryInfo(target!), name + '/', target!);
        }
        else
        {
            (isScript ? _files : _companions).Add(new(name, Display(name), () => OpenFile(target!)));
        }
    }

    private string? Refusal(string? target, string link) => target switch
    {
        null => $"leads to '{link}', which does not exist",
        _ when _open.Contains(target) => $"leads to '{link}', a folder that it stands in",
        _ when !IsInside(target) => $"leads to '{link}', out of the folder '{_given}'",
        _ => null,
    };

    private bool IsInside(string target) =>
        target.StartsWith(Path.EndsInDirectorySeparator(_root) ? _root : _root + Path.DirectorySeparatorChar, PathComparison);

    private string Display(string name) => Path.Join(_given, name);

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
