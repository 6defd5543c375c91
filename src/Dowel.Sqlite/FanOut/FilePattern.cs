using System.IO.Enumeration;

namespace Dowel.Sqlite;

/// <summary>A path with <c>*</c>, <c>?</c> and <c>**</c> in it.</summary>
internal sealed class FilePattern
{
    private const string AnyDepth = "**";

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        MatchType = MatchType.Simple,
        IgnoreInaccessible = false,
    };

    private readonly string _root;
    private readonly string[] _parts;

    /// <summary>Takes a pattern apart; <c>~/</c> is the user's own folder.</summary>
    public FilePattern(string pattern)
    {
        var path = pattern.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), pattern[1..])
            : pattern;
        _root = Path.GetPathRoot(path) ?? "";
        _parts = path[_root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        if (_parts is [.., AnyDepth])
        {
            _parts = [.. _parts, "*"];
        }
    }

    /// <summary>The files, in ordinal order of their paths.</summary>
    public IReadOnlyList<string> Find()
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        Collect(_root, 0, files);
        return [.. files];
    }

    private void Collect(string folder, int index, SortedSet<string> files)
    {
        if (index == _parts.Length)
        {
            return;
        }

        var part = _parts[index];
        var isLast = index == _parts.Length - 1;
        if (part == AnyDepth)
        {
            // Links are not followed here, or a link to a folder above would never end.
            Collect(folder, index + 1, files);
            foreach (var below in Matches(folder, "*", isFolder: true).Where(path => File.ResolveLinkTarget(path, returnFinalTarget: false) is null))
            {
                Collect(below, index, files);
            }
        }
        else if (part.AsSpan().ContainsAny('*', '?'))
        {
            foreach (var path in Matches(folder, part, isFolder: !isLast))
            {
                Take(path, index, files);
            }
        }
        else
        {
            Take(Path.Join(folder, part), index, files);
        }
    }

    private void Take(string path, int index, SortedSet<string> files)
    {
        if (index < _parts.Length - 1)
        {
            Collect(path, index + 1, files);
        }
        else if (File.Exists(path))
        {
            files.Add(path);
        }
    }

    private static IEnumerable<string> Matches(string folder, string pattern, bool isFolder)
    {
        var place = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(place))
        {
            return [];
        }

        // A backslash escapes in an expression, and is a letter like any other in a name.
        var expression = pattern.Replace("\\", "\\\\", StringComparison.Ordinal);
        var names = isFolder
            ? Directory.EnumerateDirectories(place, "*", Everything)
            : Directory.EnumerateFiles(place, "*", Everything);
        return names.Select(path => Path.GetFileName(path))
            .Where(name => (name[0] != '.' || pattern[0] == '.') && FileSystemName.MatchesSimpleExpression(expression, name, ignoreCase: false))
            .Select(name => Path.Join(folder, name));
    }
}
