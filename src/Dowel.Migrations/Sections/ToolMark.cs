using System.Text.RegularExpressions;

namespace Dowel.Migrations;

/// <summary>A comment that means something to a tool: it tells the tool's layout, and may not stand where it would be a mere comment.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Layout">The layout that reads it; null where none does.</param>
/// <param name="Word">What every such comment holds, to look for first.</param>
/// <param name="Pattern">Gives the pattern of the comment; only asked where the word is found, since most scripts hold none.</param>
internal sealed partial record ToolMark(string Tool, string? Layout, string Word, Func<Regex> Pattern)
{
    /// <summary>goose's annotations.</summary>
    public static ToolMark Goose { get; } = new("goose", LayoutNames.Goose, "+goose", GoosePattern);

    /// <summary>dbmate's blocks.</summary>
    public static ToolMark Dbmate { get; } = new("dbmate", LayoutNames.Dbmate, "migrate:", DbmatePattern);

    /// <summary>The first line of a script of sqlx that runs outside a transaction.</summary>
    public static ToolMark Sqlx { get; } = new("sqlx", LayoutNames.Sqlx, "-- no-transaction", SqlxPattern);

    /// <summary>All that is known; a mark without a layout parts ways up from ways down, and would run both.</summary>
    public static IReadOnlyList<ToolMark> All { get; } =
    [
        Goose, Dbmate, Sqlx,
        new("Evolve", LayoutNames.Flyway, "evolve-", EvolvePattern),
        new("sql-migrate", null, "+migrate", SqlMigratePattern),
        new("node-pg-migrate", null, "Migration", NodePgMigratePattern),
        new("MyBatis Migrations", null, "@UNDO", MyBatisPattern),
        new("Play", null, "!Downs", PlayPattern),
    ];

    /// <summary>Where the first such comment stands in a text; -1 where there is none.</summary>
    public int FindIn(string text) =>
        text.Contains(Word, StringComparison.OrdinalIgnoreCase) && Pattern().Match(text) is { Success: true } match ? match.Index : -1;

    [GeneratedRegex(@"^[ \t]*--[ \t]*\+goose\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex GoosePattern();

    [GeneratedRegex(@"^--[ \t]*migrate:(up|down)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DbmatePattern();

    [GeneratedRegex(@"\A-- no-transaction", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SqlxPattern();

    [GeneratedRegex(@"\A.*evolve-(tx-off|repeat-always)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex EvolvePattern();

    [GeneratedRegex(@"^--[ \t]*\+migrate\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SqlMigratePattern();

    [GeneratedRegex(@"^[ \t]*--[ \t\-]*down migration\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex NodePgMigratePattern();

    [GeneratedRegex(@"^[ \t]*--[ \t]*//[ \t]*@UNDO\b", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MyBatisPattern();

    [GeneratedRegex(@"^[ \t]*(#|--)[ \t\-]*!Downs\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PlayPattern();
}
