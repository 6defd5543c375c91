using System.Text.RegularExpressions;

namespace Dowel.Sqlite;

/// <summary>Finds the place in a statement that an error message of SQLite speaks of.</summary>
/// <remarks>
/// Pure. The engine tells the offset by itself only since 3.38 (<c>sqlite3_error_offset</c>), and only to who holds the
/// library's handle. The first token that fits is taken, so the place is a good guess and no proof.
/// </remarks>
internal static partial class SqliteErrorPlace
{
    /// <summary>Finds the place.</summary>
    /// <param name="message">The engine's message, with or without the driver's <c>SQLite Error 1: '…'.</c> around it.</param>
    /// <param name="sql">The statement that was refused.</param>
    /// <returns>An offset in UTF-16 units from 0, or null where the message names nothing that is found.</returns>
    public static int? Find(string message, string sql) => Find(message, sql, null);

    /// <summary>Finds the place, exactly where a syntax error's token stands more than once.</summary>
    /// <param name="message">The engine's message, with or without the driver's <c>SQLite Error 1: '…'.</c> around it.</param>
    /// <param name="sql">The statement that was refused.</param>
    /// <param name="prepare">Prepares a text without running it and gives the engine's message, or null if it was taken.</param>
    public static int? Find(string message, string sql, Func<string, string?>? prepare)
    {
        var bare = WrappedMessage().Match(message).Groups["message"].Value;
        var tokens = SqliteTokens.Read(sql);
        if (bare == "incomplete input")
        {
            return tokens.Count == 0 ? sql.Length : tokens[tokens.Count - 1].End;
        }

        if (TokenMessage().Match(bare) is { Success: true } token)
        {
            return FindToken(tokens, token.Groups["token"].Value, prepare is null ? null : text => prepare(text) == bare);
        }

        if (DuplicateMessage().Match(bare) is { Success: true } duplicate)
        {
            return FindDuplicate(tokens, duplicate.Groups["name"].Value);
        }

        if (ColumnMessage().Match(bare) is { Success: true } column)
        {
            var table = tokens.FindName(column.Groups["table"].Value, 0);
            return tokens.FindName(column.Groups["name"].Value, table + 1 ?? 0) is { } index ? tokens[index].Start : null;
        }

        return NameMessage().Match(bare) is { Success: true } name ? FindName(tokens, name.Groups["name"].Value) : null;
    }

    /// <summary>The name of a column or table that the engine does not know, without what stands before its last point; null where a message speaks of something else.</summary>
    public static string? UnknownName(string message) => ColumnMessage().Match(message) is { Success: true } column ? column.Groups["name"].Value
        : UnknownMessage().Match(message) is { Success: true } unknown ? unknown.Groups["name"].Value
        : null;

    /// <summary>The engine reads no further than the token it refuses, so a text cut behind that token fails alike and one cut earlier does not.</summary>
    private static int? FindToken(SqliteTokens tokens, string text, Func<string, bool>? failsAlike)
    {
        var first = tokens.FindText(text, 0);
        // Some pragmas act while they are prepared.
        if (failsAlike is not null && !tokens.TextOf(0).Equals("pragma", StringComparison.OrdinalIgnoreCase))
        {
            for (var index = first; index is { } at; index = tokens.FindText(text, at + 1))
            {
                if (failsAlike(tokens.TextUpTo(at)))
                {
                    return tokens[at].Start;
                }
            }
        }

        return first is { } found ? tokens[found].Start : null;
    }

    /// <summary>A message may put the schema before a name that the statement writes without.</summary>
    private static int? FindName(SqliteTokens tokens, string name)
    {
        var index = tokens.FindName(name, 0)
            ?? (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? tokens.FindName(name[(dot + 1)..], 0) : null);
        return index is { } found ? tokens[found].Start : null;
    }

    /// <summary>The second definition of a column in a table's outer parentheses; where one is added or renamed there is no first.</summary>
    private static int? FindDuplicate(SqliteTokens tokens, string name)
    {
        int? place = null;
        var (depth, definitions) = (0, 0);
        for (var at = 1; at < tokens.Count && definitions < 2; at++)
        {
            var before = tokens.TextOf(at - 1).ToLowerInvariant();
            depth += before == "(" ? 1 : before == ")" ? -1 : 0;
            var defines = depth == 1 ? before is "(" or "," : depth == 0 && before is "add" or "column" or "to";
            if (defines && tokens.IsName(at, name))
            {
                place = tokens[at].Start;
                definitions++;
            }
        }

        return place;
    }

    /// <summary>The driver puts its own words around a message, and <c>alter table</c> the name of what would break.</summary>
    [GeneratedRegex(
        @"^(SQLite Error \d+: ')?(error in (table|view|trigger|index) .*? after [a-z ]+: )?(?<message>.*?)('\.)?$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex WrappedMessage();

    [GeneratedRegex("^(near \"(?<token>.*)\": syntax error|unrecognized token: \"(?<token>.*)\")$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex TokenMessage();

    [GeneratedRegex(@"^no such (column|table): (.*\.)?(?<name>[^.]+?)("" - .*)?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownMessage();

    [GeneratedRegex("^duplicate column name: (?<name>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex DuplicateMessage();

    [GeneratedRegex("^table (?<table>.*) has no column named (?<name>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex ColumnMessage();

    [GeneratedRegex(
        "^(no such (column|table|function|module|index|view|trigger|savepoint|collation sequence|window): \"?(?<name>.*?)(\" - .*)?"
        + "|ambiguous column name: (?<name>.*)|unknown database:? \"?(?<name>.*?)\"?|no such index: (?<name>.*)"
        + "|(wrong number of arguments to|misuse of aggregate|misuse of window|non-deterministic) function:? (?<name>.*?)(\\(\\).*)?"
        + "|misuse of (aggregate|window function): (?<name>.*?)(\\(\\))?"
        + "|unknown column \"(?<name>.*)\" in foreign key definition"
        + "|(table|view|index|trigger) \"?(?<name>.*?)\"? already exists|there is already (a table|an index|another table or index) (named|with this name:?) \"?(?<name>.*?)\"?"
        + "|cannot (INSERT into|UPDATE) generated column \"(?<name>.*)\""
        + "|(?<name>.*) may not be modified|cannot modify (?<name>.*) because it is a view)$",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex NameMessage();
}
