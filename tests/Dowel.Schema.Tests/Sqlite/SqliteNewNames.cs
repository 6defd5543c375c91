using System.Text.RegularExpressions;

namespace Dowel.Schema.Tests;

/// <summary>Other names for a table and a column of the schemas that <see cref="SqliteMaker"/> makes.</summary>
internal static partial class SqliteNewNames
{
    /// <summary>What a developer says of them; of tables and columns that a schema has not, nothing comes.</summary>
    public static IReadOnlyList<RenameIntent> Intents { get; } =
    [
        new(new(ObjectKind.Table, "t"), new(ObjectKind.Table, "things")),
        .. new[] { "p", "things", "u" }.Select(table => new RenameIntent(new(ObjectKind.Column, table, "b"), new(ObjectKind.Column, table, "bee"))),
    ];

    /// <summary>A statement by the new names.</summary>
    public static string Write(string statement) => Column().Replace(Table().Replace(statement, "things"), "bee");

    [GeneratedRegex(@"\bt\b")]
    private static partial Regex Table();

    [GeneratedRegex(@"\bb\b", RegexOptions.IgnoreCase)]
    private static partial Regex Column();
}
