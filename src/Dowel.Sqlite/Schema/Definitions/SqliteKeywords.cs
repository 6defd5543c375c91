using System.Collections.Frozen;

namespace Dowel.Sqlite;

/// <summary>The words that mean something to the engine's parser (sqlite.org, "SQLite Keywords", 3.40).</summary>
/// <remarks>Pure.</remarks>
internal static class SqliteKeywords
{
    // As names these were taken without quotes wherever a name can stand, and no expression means anything else by them.
    private const string Harmless =
        "abort action after always before cascade column conflict database each exclusive fail first following groups ignore immediate key last no of others plan "
        + "preceding query range release restrict row rows ties trigger view";

    private const string Others =
        "add all alter analyze and as asc attach autoincrement begin between by case cast check collate commit constraint create cross current current_date current_time "
        + "current_timestamp default deferrable deferred delete desc detach distinct do drop else end escape except exclude exists explain filter for foreign from full generated "
        + "glob group having if in index indexed initially inner insert instead intersect into is isnull join left like limit match materialized natural not nothing notnull null "
        + "nulls offset on or order outer over partition pragma primary raise recursive references regexp reindex rename replace returning right rollback savepoint select set "
        + "table temp temporary then to transaction unbounded union unique update using vacuum values virtual when where window with within without";

    // Words that an expression ends with; behind all others another operand follows.
    private static readonly FrozenSet<string> Operands =
        Set("end null true false current_date current_time current_timestamp");

    private static readonly FrozenSet<string> Functions = Set("cast raise replace glob like match regexp if");

    private static readonly FrozenSet<string> NoNames = Set(Others + " true false");

    // The last two are none to the parser, but no name either where no column is called so.
    private static readonly FrozenSet<string> All = Set(Harmless + " " + Others + " true false");

    /// <summary>Whether a bare word is one.</summary>
    public static bool Contains(string word) => All.Contains(word);

    /// <summary>Whether a keyword is an operand by itself, or the end of one.</summary>
    public static bool EndsOperand(string word) => Operands.Contains(word);

    /// <summary>Whether a keyword is a function where a parenthesis follows and no operand comes before.</summary>
    public static bool IsFunction(string word) => Functions.Contains(word);

    /// <summary>Whether a name cannot stand bare.</summary>
    public static bool NeedsQuotes(string name) =>
        name.Length == 0 || char.IsAsciiDigit(name[0]) || name[0] == '$' || !name.All(SqliteTokenRules.IsWordCharacter) || NoNames.Contains(name);

    /// <summary>A name as SQL must have it: in double quotes where it cannot stand bare.</summary>
    public static string Quote(string name) => NeedsQuotes(name) ? SqliteName.Quote(name) : name;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
