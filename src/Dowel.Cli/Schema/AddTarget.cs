namespace Dowel.Cli;

/// <summary>Where a migration is written to, and what it is made from. Reads the disk.</summary>
/// <param name="settings">What holds for the run.</param>
internal sealed class AddTarget(RunSettings settings)
{
    private static readonly string[] FolderNames = ["Migrations", "migrations"];

    /// <summary>What the scripts are to be brought to.</summary>
    /// <param name="given">What the command line names; null for the project of the working folder.</param>
    /// <exception cref="CommandLineException">Nothing is named, and there is not one project.</exception>
    public static string Source(string? given) => given
        ?? (Directory.GetFiles(Environment.CurrentDirectory, "*.csproj") is [var project] ? Path.GetFileName(project)
            : throw new CommandLineException(CommandLineErrors.Usage(
                "Nothing says what the scripts are to be brought to.", "Name a project (App.csproj), an assembly (App.dll) or a .sql file: dowel add \"add users\" App.csproj.")));

    /// <summary>The folder of scripts, as people read it; it may not be there yet.</summary>
    /// <param name="given">What <c>--dir</c> says; null for nothing.</param>
    /// <param name="source">What the migration is made from.</param>
    /// <exception cref="CommandLineException">It is no folder.</exception>
    public string Folder(string? given, string source)
    {
        var beside = source.EndsWith("proj", StringComparison.OrdinalIgnoreCase) ? Path.GetDirectoryName(Path.GetFullPath(source))! : Environment.CurrentDirectory;
        var path = given
            ?? (settings.File.Source is { } listed && !File.Exists(listed) ? listed : null)
            ?? FolderNames.Select(name => Path.Join(beside, name)).FirstOrDefault(Directory.Exists)
            ?? Path.Join(beside, "migrations");
        return File.Exists(path) ? throw new CommandLineException(SchemaErrors.NoFolder(path)) : ShownPath.Of(path);
    }
}
