namespace Dowel.Generator;

/// <summary>Names in SQL.</summary>
internal static class SqlIdentifier
{
    // What PostgreSQL 18 (appendix C, "reserved") and SQLite (parse.y: keywords that fall back to no identifier) take for no name, and "excluded".
    private static readonly HashSet<string> Reserved = [.. """
        add all alter analyse analyze and any array as asc asymmetric authorization autoincrement between binary both case cast
        check collate collation column commit concurrently constraint create cross current_catalog current_date current_role
        current_schema current_time current_timestamp current_user default deferrable delete desc distinct do drop else end
        escape except excluded exists false fetch for foreign freeze from full grant group having ilike in index indexed
        initially inner insert intersect into is isnull join lateral leading left like limit localtime localtimestamp natural
        not nothing notnull null offset on only or order outer overlaps placing primary references returning right select
        session_user set similar some symmetric system_user table tablesample then to trailing transaction true union unique
        update user using values variadic verbose when where window with
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Writes a name so that both engines take it for what it is.</summary>
    /// <param name="name">The name as the database has it.</param>
    /// <returns>The name, in quotes unless it is a plain word in lower case.</returns>
    public static string Quote(string name) => IsPlain(name) ? name : $"\"{name.Replace("\"", "\"\"")}\"";

    /// <summary>Whether a word means something in SQL and is no name.</summary>
    /// <param name="word">The word in lower case.</param>
    /// <returns>True if either engine takes it for no name.</returns>
    public static bool IsReserved(string word) => Reserved.Contains(word);

    private static bool IsPlain(string name) =>
        name[0] is (>= 'a' and <= 'z') or '_'
        && name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
        && !Reserved.Contains(name);
}
