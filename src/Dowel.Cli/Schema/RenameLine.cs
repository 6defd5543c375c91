using System.Text.RegularExpressions;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>A line <c>-- dowel: renamed users.mail -> users.email</c> of a file that describes a schema.</summary>
/// <param name="From">The old name, with its table and schema before it.</param>
/// <param name="To">The new one, in the same form.</param>
internal sealed partial record RenameLine(string From, string To)
{
    /// <summary>Finds the lines of a file.</summary>
    /// <exception cref="CommandLineException">One cannot be read.</exception>
    public static IReadOnlyList<RenameLine> Find(string path, string text) => [.. Line().Matches(text).Select(match =>
    {
        var words = Words().Match(match.Groups["words"].Value);
        return words.Success && Depth(words.Groups["from"].Value) == Depth(words.Groups["to"].Value)
            ? new RenameLine(words.Groups["from"].Value, words.Groups["to"].Value)
            : throw new CommandLineException(SchemaErrors.BadRename(new(path, text.AsSpan(0, match.Index).Count('\n') + 1)));
    })];

    /// <summary>The text without the lines, each other one in its place.</summary>
    public static string Blank(string text) => Line().Replace(text, "");

    /// <summary>What the line means: of a name alone and of a name of a part, the comparison finds out what kind of thing it is.</summary>
    /// <param name="schemas">The schemas beside the default one, which a name may begin with.</param>
    public RenameIntent Read(IReadOnlySet<string> schemas) => new(Key(From, schemas), Key(To, schemas));

    private static int Depth(string name) => name.Count(letter => letter == '.');

    private static ObjectKey Key(string path, IReadOnlySet<string> schemas)
    {
        var words = path.Split('.');
        var schema = words.Length > 1 && schemas.Contains(words[0]) ? words[0] : null;
        var own = schema is null ? words : words[1..];
        return own.Length == 1 ? new(ObjectKind.Table, own[0], Schema: schema) : new(ObjectKind.Column, own[0], string.Join('.', own[1..]), schema);
    }

    [GeneratedRegex(@"^[ \t]*--[ \t]*dowel:[ \t]*renamed\b(?<words>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*(?<from>\S+)\s*->\s*(?<to>\S+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
