using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Finds out what a SOURCE is: a folder, an assembly, or a project that is built first.</summary>
internal static class ScriptLocator
{
    private const string AssemblyExtension = ".dll";

    /// <summary>Opens a source.</summary>
    /// <exception cref="CommandLineException">There is nothing, or the project does not build.</exception>
    public static async Task<IScriptSource> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var shown = ShownPath.Of(path);
        if (Directory.Exists(path))
        {
            return new FolderSource(shown);
        }

        if (!File.Exists(path))
        {
            throw new CommandLineException(CommandLineErrors.NoSource(path));
        }

        if (IsProject(path))
        {
            return new AssemblyFileSource(ShownPath.Of(await ProjectBuild.RunAsync(shown, cancellationToken).ConfigureAwait(false)));
        }

        return HasExtension(path, AssemblyExtension)
            ? new AssemblyFileSource(shown)
            : throw new CommandLineException(CommandLineErrors.NoSource(path));
    }

    /// <summary>Whether a word on the command line means a source where it could also be a version or a number.</summary>
    public static bool IsSource(string word) =>
        word.AsSpan().ContainsAny('/', '\\')
        || word.StartsWith('.')
        || IsProject(word)
        || HasExtension(word, AssemblyExtension)
        || (!MigrationVersion.TryParse(word, out _) && Directory.Exists(word));

    private static bool IsProject(string path) => HasExtension(path, ".csproj") || HasExtension(path, ".fsproj");

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
