namespace Dowel.Migrations;

/// <summary>A script file's name, taken apart as far as all layouts agree.</summary>
/// <param name="File">The name without its folders.</param>
/// <param name="Stem">The name without extension and markings: <c>000001_x</c>.</param>
/// <param name="Direction">The marking <c>up</c> or <c>down</c>, or null.</param>
/// <param name="Dialect">The database that the name or a folder marks the file for; null for every one.</param>
/// <param name="IsContradictory">Whether the name marks two databases, or another one than its folder.</param>
internal readonly record struct ScriptFileName(
    string File, string Stem, string? Direction, string? Dialect, bool IsContradictory)
{
    private const string Extension = ".sql";
    private static readonly string[] Directions = ["up", "down"];

    /// <summary>The innermost folder that is not a database's; empty where there is none.</summary>
    public string Folder { get; private init; } = "";

    /// <summary>The name without extension and dialect, for layouts to which a direction means nothing.</summary>
    public string StemWithDirection => Direction is null ? Stem : $"{Stem}.{Direction}";

    /// <summary>Takes a name apart.</summary>
    /// <param name="name">The name below its source, with <c>/</c> between folders, ending in <c>.sql</c>.</param>
    public static ScriptFileName Parse(string name)
    {
        var slash = name.LastIndexOf('/');
        var file = name[(slash + 1)..];
        var stem = file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? file[..^Extension.Length] : file;
        string? dialect = null, direction = null;
        var contradicts = false;
        for (var dot = stem.LastIndexOf('.'); dot > 0 && IsMarking(stem[(dot + 1)..]); dot = stem.LastIndexOf('.'))
        {
            var marking = stem[(dot + 1)..];
            if (DialectOf(marking) is { } marked)
            {
                contradicts |= dialect is not null;
                dialect ??= marked;
            }
            else if (direction is null)
            {
                direction = marking.ToLowerInvariant();
            }
            else
            {
                break;
            }

            stem = stem[..dot];
        }

        var folder = slash < 0 ? null : FolderDialect(name[..slash]);
        contradicts |= folder is not null && dialect is not null && folder != dialect;
        return new(file, stem, direction, dialect ?? folder, contradicts)
        {
            Folder = slash < 0 ? "" : name[..slash].Split('/').LastOrDefault(part => DialectOf(part) is null, ""),
        };
    }

    /// <summary>The dialect that a part of a name stands for, in any case; null for any other word.</summary>
    public static string? DialectOf(string part) => Known(DialectNames.All, part);

    /// <summary>Whether a part of a name marks a direction or a dialect.</summary>
    public static bool IsMarking(string part) => (DialectOf(part) ?? Known(Directions, part)) is not null;

    /// <summary>The file's name with another stem, for suggestions.</summary>
    public string With(string stem, string? direction)
    {
        var isMarked = Dialect is not null && Array.Exists(File.Split('.'), part => DialectOf(part) is not null);
        return string.Concat(stem, direction is null ? "" : '.' + direction, isMarked ? '.' + Dialect : "", Extension);
    }

    // The innermost folder decides.
    private static string? FolderDialect(string folders) =>
        folders.Split('/').Select(DialectOf).LastOrDefault(dialect => dialect is not null);

    private static string? Known(IReadOnlyList<string> words, string part)
    {
        foreach (var word in words)
        {
            if (word.Equals(part, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return null;
    }
}
