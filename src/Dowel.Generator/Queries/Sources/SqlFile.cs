namespace Dowel.Generator;

/// <summary>A SQL file of the project that a method names.</summary>
/// <param name="Path">Its path, with <c>/</c>.</param>
/// <param name="Text">What is in it.</param>
internal sealed record SqlFile(string Path, string Text)
{
    /// <summary>The ending of file names.</summary>
    public const string Ending = ".sql";

    /// <summary>What the name of SQLite's own file has before the ending.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>The same for PostgreSQL's.</summary>
    public const string Postgres = "postgres";

    /// <summary>The file's path that an engine's own text has.</summary>
    /// <param name="path">The shared text's path.</param>
    /// <param name="engine">The engine's word.</param>
    public static string Variant(string path, string engine) =>
        (path.EndsWith(Ending, StringComparison.Ordinal) ? path.Substring(0, path.Length - Ending.Length) : path) + "." + engine + Ending;

    /// <summary>A path as it is compared: with <c>/</c> and without steps back.</summary>
    /// <param name="path">The path.</param>
    public static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>The path of a file that is named in another.</summary>
    /// <param name="source">The other's path.</param>
    /// <param name="name">The name, relative to it.</param>
    public static string PathBeside(string source, string name)
    {
        var folder = Normalize(source);
        return Normalize(folder.Substring(0, folder.LastIndexOf('/') + 1) + name);
    }
}
