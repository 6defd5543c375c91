namespace Dowel.Migrations;

/// <summary>Which resources of an assembly are scripts, and what their files were called before they were embedded.</summary>
/// <remarks>Pure. A name with a slash is a path; otherwise the compiler has put dots for slashes, and the file's name has to be found again.</remarks>
internal static class ResourceNames
{
    private const string Extension = ".sql";
    private const string Folder = "migrations";
    private static readonly string DottedJournal = CompanionName.DrizzleJournal.Replace('/', '.');
    private static readonly char[] Separators = ['.', '/', '\\'];

    /// <summary>Lists the scripts among an assembly's resources.</summary>
    /// <param name="source">The assembly's name or path, for messages.</param>
    /// <param name="resources">All resource names.</param>
    /// <param name="prefix">What the wanted names start with; null for those below a part <c>migrations</c>, or all where there is none.</param>
    /// <param name="open">Opens a resource by its name.</param>
    public static SourceFiles Select(string source, IEnumerable<string> resources, string? prefix, Func<string, Stream> open)
    {
        var names = resources.Where(name => IsScript(name) || IsDottedJournal(name) || CompanionName.Counts(name.Replace('\\', '/'))).ToList();
        var starts = names.ConvertAll(name => (Name: name, Start: prefix is null ? AfterFolder(name) : AfterPrefix(name, prefix)));
        if (prefix is null && starts.TrueForAll(script => script.Start < 0))
        {
            starts = names.ConvertAll(name => (Name: name, Start: 0));
        }

        var files = starts
            .Where(script => script.Start >= 0)
            .Select(script => new ScriptFile(FileName(script.Name, script.Start), script.Name, () => open(script.Name)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToLookup(file => IsScript(file.Name));
        return new([.. files[true]], files[true].Any() ? [] : [LoadErrors.NoResources(source, prefix, names.FindAll(IsScript))])
        {
            Companions = [.. files[false]],
        };
    }

    private static bool IsScript(string name) => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    private static bool IsDottedJournal(string name) => name.EndsWith(DottedJournal, StringComparison.Ordinal);

    private static int AfterPrefix(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return -1;
        }

        var isWhole = prefix.Length == 0 || Separators.Contains(prefix[^1]);
        return isWhole ? prefix.Length : Separators.Contains(name[prefix.Length]) ? prefix.Length + 1 : -1;
    }

    // Where the name goes on behind its first part "migrations"; -1 if it has none but perhaps the file's own name.
    private static int AfterFolder(string name)
    {
        var end = IsPath(name) ? name.LastIndexOfAny(['/', '\\']) + 1 : name.Length - Extension.Length;
        for (var at = 0; (at = name.IndexOf(Folder, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var after = at + Folder.Length;
            if (after < end && Separators.Contains(name[after]) && (at == 0 || Separators.Contains(name[at - 1])))
            {
                return after + 1;
            }
        }

        return -1;
    }

    private static string FileName(string resource, int start)
    {
        if (IsPath(resource))
        {
            return resource[start..].Replace('\\', '/').TrimStart('/');
        }

        var isSettings = resource.EndsWith(Extension + CompanionName.FlywaySettings, StringComparison.OrdinalIgnoreCase);
        return IsDottedJournal(resource) ? CompanionName.DrizzleJournal
            : isSettings ? Undot(resource[start..^CompanionName.FlywaySettings.Length].Split('.')) + CompanionName.FlywaySettings
            : IsScript(resource) ? Undot(resource[start..].Split('.'))
            : resource[start..];
    }

    private static string Undot(string[] parts)
    {
        var first = Array.FindIndex(parts, part => part.Length > 0);
        while (first < parts.Length - 1 && !Layout.Knows(string.Join('.', parts, first, parts.Length - first)))
        {
            first++;
        }

        // No layout knows it: the shortest name that is more than its markings, for the error to show.
        if (first == parts.Length - 1)
        {
            first = Math.Max(0, Array.FindLastIndex(parts, parts.Length - 2, part => !ScriptFileName.IsMarking(part)));
        }

        var file = string.Join('.', parts, first, parts.Length - first);
        return first > 0 && ScriptFileName.DialectOf(parts[first - 1]) is { } dialect ? $"{dialect}/{file}" : file;
    }

    private static bool IsPath(string resource) => resource.AsSpan().ContainsAny('/', '\\');
}
