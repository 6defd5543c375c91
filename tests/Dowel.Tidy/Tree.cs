namespace Dowel.Tidy;

/// <summary>The repository's own files, as they lie on the disk.</summary>
internal static class Tree
{
    private static readonly string[] Foreign = [".git", ".data", ".tools", ".vs", ".idea", "artifacts", "bin", "obj", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] Text =
    [
        ".cs", ".csproj", ".props", ".targets", ".slnx", ".json", ".md", ".sql", ".txt", ".yml", ".yaml", ".sh", ".editorconfig",
        ".gitignore", ".gitattributes", ".dockerignore", "",
    ];

    /// <summary>The top of the repository, where the solution is.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>All text files that belong to the repository, as paths from its top with <c>/</c>, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    /// <summary>The files below a folder that end in some way.</summary>
    public static IEnumerable<string> Below(string folder, string ending) => Files.Where(file =>
        file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A file's text.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>A file's lines.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>Fails with everything that a rule has found, if it is anything.</summary>
    public static void Expect(string rule, IEnumerable<string> findings)
    {
        var all = findings.ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{rule}\n  {string.Join("\n  ", all)}");
        }
    }

    private static IEnumerable<string> Walk(string folder)
    {
        var here = Directory.EnumerateFiles(folder)
            .Where(file => Text.Contains(Path.GetExtension(file)))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'));
        var below = Directory.EnumerateDirectories(folder)
            .Where(child => !Foreign.Contains(Path.GetFileName(child)))
            .SelectMany(Walk);
        return here.Concat(below);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dowel.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
