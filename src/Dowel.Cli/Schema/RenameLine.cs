using System.Text.RegularExpressions;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>A line <c>-- dowel: renamed users.mail -> users.email</c> of a file that describes a schema.</summary>
/// <param name="From">The old name, with its table and schema before it.</param>
/// <param name="To">The new one, in the same form.</param>
internal sealed partial record RenameLine(string From, string To)
{
    private static readonly ObjectKind[] Renamable =
        [ObjectKind.Table, ObjectKind.View, ObjectKind.MaterializedView, ObjectKind.Enum, ObjectKind.Domain, ObjectKind.Composite, ObjectKind.Sequence, ObjectKind.Index, ObjectKind.Constraint];

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

    /// <summary>What the line means between two schemas.</summary>
    public RenameIntent Resolve(DatabaseModel before, DatabaseModel after) =>
        Key(before, From) is { } from ? new(from, Named(from, To))
        : Key(after, To) is { } to ? new(Named(to, From), to)
        : new(Guess(From), Guess(To));

    private static int Depth(string name) => name.Count(letter => letter == '.');

    private static ObjectKey? Key(DatabaseModel model, string path)
    {
        var labels = model.Objects.OfType<EnumModel>().SelectMany(type => type.Labels.Select(label => type.Key with { Part = label }));
        var columns = model.Tables.SelectMany(table => table.Columns.Select(column => table.Key.Column(column.Name)));
        var keys = model.All.Select(each => each.Key).Where(key => Renamable.Contains(key.Kind)).Concat(columns).Concat(labels);
        return keys.Where(key => key.Path == path).Select(key => (ObjectKey?)key).FirstOrDefault();
    }

    // A key with the words of a path in the place of its own.
    private static ObjectKey Named(ObjectKey key, string path)
    {
        var words = new Queue<string>(path.Split('.'));
        var schema = key.Schema is null ? null : words.Dequeue();
        return key with { Schema = schema, Name = words.Dequeue(), Part = key.Part is null ? null : string.Join('.', words) };
    }

    private static ObjectKey Guess(string path) => path.Split('.') switch
    {
        [var table, var column] => new(ObjectKind.Column, table, column),
        [var schema, var table, .. var column] when column.Length > 0 => new(ObjectKind.Column, table, string.Join('.', column), schema),
        _ => new(ObjectKind.Table, path),
    };

    [GeneratedRegex(@"^[ \t]*--[ \t]*dowel:[ \t]*renamed\b(?<words>[^\r\n]*)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*(?<from>\S+)\s*->\s*(?<to>\S+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
