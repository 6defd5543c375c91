namespace Dowel.Sqlite;

/// <summary>Parentheses within a text. Pure.</summary>
internal static class SqliteParentheses
{
    /// <summary>Where the parenthesis closes that opens at an index.</summary>
    public static int CloseOf(string sql, int open)
    {
        var depth = 0;
        var lexer = new SqliteLexer(sql);
        while (lexer.NextSignificant() is { Kind: not SqliteTokenKind.End } token)
        {
            depth += token.Start < open ? 0 : sql[token.Start] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && token.Start >= open)
            {
                return token.Start;
            }
        }

        return sql.Length - 1;
    }
}
