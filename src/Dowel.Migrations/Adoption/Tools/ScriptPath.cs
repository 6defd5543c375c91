namespace Dowel.Migrations;

/// <summary>Finds the file that another tool calls by a path, a part of one, or a resource's name. Pure.</summary>
internal static class ScriptPath
{
    /// <summary>The script whose path ends in the name, or the one whose file's name the name ends in; the longest match counts.</summary>
    public static Script? Find(string name, IReadOnlyList<Script> scripts)
    {
        var wanted = Dotted(name);
        return scripts
            .Where(script => script.Kind is ScriptKind.Versioned or ScriptKind.Repeatable)
            .Select(script => (Script: script, Length: Match(Dotted(script.Path), wanted, Dotted(Path.GetFileName(script.Path)))))
            .Where(match => match.Length > 0)
            .OrderByDescending(match => match.Length)
            .FirstOrDefault().Script;
    }

    // Resources have dots for the separators of folders.
    private static string Dotted(string path) => '.' + path.Replace('/', '.').Replace('\\', '.');

    private static int Match(string path, string wanted, string file)
    {
        if (!path.EndsWith(wanted, StringComparison.Ordinal) && !wanted.EndsWith(file, StringComparison.Ordinal))
        {
            return 0;
        }

        var length = 0;
        while (length < Math.Min(path.Length, wanted.Length) && path[^(length + 1)] == wanted[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
