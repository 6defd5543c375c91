namespace Dowel.Testing;

/// <summary>Finds PostgreSQL's own programs.</summary>
internal static class PostgresPrograms
{
    private static readonly string[] Folders =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/local/pgsql/bin", "/usr/local/opt/postgresql*/bin", "/opt/homebrew/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
    ];

    /// <summary>Finds them on the path, else those of the highest version in the usual places.</summary>
    /// <returns>Their folder; null where there are none, or a Unix socket is not usual.</returns>
    public static string? Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return path.Select(Real).FirstOrDefault(HasAll) ?? Folders.SelectMany(Expand).Where(HasAll).OrderByDescending(VersionOf).FirstOrDefault();
    }

    // A link on the path may lead to one program alone.
    private static string Real(string folder) =>
        Path.Combine(folder, "initdb") is var program && File.Exists(program) && File.ResolveLinkTarget(program, returnFinalTarget: true) is { } target
            ? Path.GetDirectoryName(target.FullName)!
            : folder;

    private static bool HasAll(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));

    private static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return [pattern];
        }

        var parent = pattern[..pattern.LastIndexOf('/', star)];
        var end = pattern.IndexOf('/', star);
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern[(parent.Length + 1)..end]).Select(found => found + pattern[end..])
            : [];
    }

    private static int VersionOf(string folder) =>
        int.TryParse(new string([.. folder.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]), out var version) ? version : 0;
}
