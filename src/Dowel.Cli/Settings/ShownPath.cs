namespace Dowel.Cli;

/// <summary>Paths as people read them.</summary>
internal static class ShownPath
{
    /// <summary>The path below the working folder where it is there, else whole.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path));
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || relative.StartsWith("..\\", StringComparison.Ordinal)
            ? Path.GetFullPath(path)
            : relative;
    }
}
