namespace Dowel.Migrations;

/// <summary>Paths without symbolic links in any of their parts.</summary>
/// <remarks>The framework follows the links of a path's last part alone, which cannot tell where a path leads.</remarks>
internal static class RealPath
{
    // What Linux allows before it answers ELOOP (path_resolution(7)).
    private const int LinksMax = 40;

    /// <summary>Where a path leads once every link in it is followed; null where it leads nowhere or in a circle.</summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var current = Path.GetPathRoot(full)!;
        var pending = new Stack<string>();
        Push(pending, full[current.Length..]);
        for (var links = 0; pending.TryPop(out var part);)
        {
            var next = part == ".." ? Path.GetDirectoryName(current) ?? current : Path.Join(current, part);
            if (part == ".." || new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > LinksMax)
            {
                return null;
            }

            var root = Path.GetPathRoot(target)!;
            current = root.Length > 0 ? root : current;
            Push(pending, target[root.Length..]);
        }

        return Path.Exists(current) ? current : null;
    }

    private static void Push(Stack<string> pending, string path)
    {
        var parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (parts[i] != ".")
            {
                pending.Push(parts[i]);
            }
        }
    }
}
