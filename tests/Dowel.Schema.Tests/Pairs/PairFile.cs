namespace Dowel.Schema.Tests;

/// <summary>Reads files of pairs. Each begins at <c>--- pair NAME</c>; sections of SQL and words follow.</summary>
/// <remarks>
/// <c>--- before</c>, <c>--- after</c>: the schemas. <c>--- rows</c>, <c>--- back rows</c>: data of each. <c>--- renamed users.mail -> users.email</c>
/// (before it a kind, where it is no table or column: <c>--- renamed enum mood -> feeling</c>; a schema as in <c>old:users.mail</c>); the way back is the other way round.
/// <c>--- backfill users.email: SQL</c>, <c>--- back backfill …</c>. <c>--- one way</c>: there is no way back that keeps rows.
/// </remarks>
internal static class PairFile
{
    /// <summary>The pairs of a folder beside the tests.</summary>
    public static IEnumerable<SchemaPair> LoadFolder(string folder) => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.sql").Order(StringComparer.Ordinal)
        .SelectMany(path => Read(File.ReadAllText(path), Path.GetFileNameWithoutExtension(path)));

    /// <summary>The statements of a section: each ends with a line, a trigger of SQLite with its <c>end</c>, a body between dollars with these.</summary>
    public static IEnumerable<string> Statements(string sql)
    {
        var statement = "";
        foreach (var line in sql.Split('\n'))
        {
            statement += line + "\n";
            var isOpen = statement.Split("$$").Length % 2 == 0
                || (statement.TrimStart().StartsWith("create trigger", StringComparison.Ordinal) && statement.Contains("begin", StringComparison.Ordinal) && !line.TrimEnd().EndsWith("end;", StringComparison.Ordinal));
            if (line.TrimEnd().EndsWith(';') && !isOpen)
            {
                yield return statement.Trim()[..^1];
                statement = "";
            }
        }
    }

    private static IEnumerable<SchemaPair> Read(string text, string file) => $"\n{text}".Split("\n--- pair ").Skip(1).Select(pair =>
    {
        var sections = pair.Split("\n--- ").ToList();
        var words = sections.Skip(1).Select(section => section.Split('\n')[0].Trim()).ToList();
        string Sql(string name) => string.Concat(sections.Skip(1).Where(section => section.Split('\n')[0].Trim() == name).Select(section => section[name.Length..])).Trim();
        return new SchemaPair($"{file}: {sections[0].Split('\n')[0].Trim()}", Sql("before"), Sql("after"))
        {
            Rows = Sql("rows"),
            BackRows = Sql("back rows"),
            IsOneWay = words.Contains("one way"),
            Options = (There(words), Back(words)),
        };
    });

    private static DiffOptions There(IEnumerable<string> words) => new()
    {
        Renames = [.. Renames(words)],
        Backfills = Backfills(words, "backfill "),
    };

    private static DiffOptions Back(IEnumerable<string> words) => new()
    {
        Renames = [.. Renames(words).Reverse().Select(rename => new RenameIntent(rename.To, rename.From))],
        Backfills = Backfills(words, "back backfill "),
    };

    private static IEnumerable<RenameIntent> Renames(IEnumerable<string> words) => words.Where(word => word.StartsWith("renamed ", StringComparison.Ordinal)).Select(word =>
    {
        var sides = word["renamed ".Length..].Split(" -> ");
        var first = sides[0].Split(' ');
        var kind = first.Length > 1 ? Enum.Parse<ObjectKind>(first[0], ignoreCase: true) : sides[0].Contains('.') ? ObjectKind.Column : ObjectKind.Table;
        return new RenameIntent(Key(kind, first[^1]), Key(kind, sides[1]));
    });

    private static Dictionary<ObjectKey, string> Backfills(IEnumerable<string> words, string verb) => words
        .Where(word => word.StartsWith(verb, StringComparison.Ordinal))
        .Select(word => word[verb.Length..].Split(": ", 2))
        .ToDictionary(parts => Key(ObjectKind.Column, parts[0]), parts => parts[1]);

    private static ObjectKey Key(ObjectKind kind, string path) => path.Split(':') is [var schema, var own] ? Key(kind, own) with { Schema = schema } : path.Split('.') switch
    {
        [var name] => new(kind, name),
        [var name, var part] => new(kind, name, part),
        var parts => new(kind, parts[1], parts[2], parts[0]),
    };
}
