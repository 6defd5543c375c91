namespace Dowel.Postgres;

/// <summary>The setting that decides whether a backslash escapes in plain strings.</summary>
/// <remarks>A script that turns <c>standard_conforming_strings</c> off is read so from the next statement on, as psql does; also after <c>set local</c>.</remarks>
internal static class PostgresStringSetting
{
    private const string Setting = "standard_conforming_strings";

    /// <summary>Whether backslashes escape after the statement.</summary>
    /// <param name="statement">A <c>set</c>, <c>reset</c> or <c>discard</c>.</param>
    /// <param name="before">Whether they do before it.</param>
    public static bool After(ReadOnlySpan<char> statement, bool before)
    {
        var cursor = new PostgresCursor(statement, before);
        if (cursor.TakeOneOf("reset", "discard"))
        {
            return before && !cursor.Is("all") && !cursor.Is(Setting);
        }

        _ = cursor.Take("set") && cursor.TakeOneOf("local", "session");
        if (!cursor.Take(Setting))
        {
            return before;
        }

        cursor.Advance();
        return cursor.IsOff();
    }
}
