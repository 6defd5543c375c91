namespace Dowel.Generator;

/// <summary>Finds what in a fragment of SQL could reach out of the place that it is put into.</summary>
/// <remarks>A fragment is read by the rules of both engines, together and each for itself: none of them may see its end elsewhere.</remarks>
internal static class FragmentCheck
{
    /// <summary>Looks at a fragment.</summary>
    /// <param name="text">The fragment.</param>
    /// <returns>Where it goes wrong and how, as the end of a sentence; null where all is well.</returns>
    public static TemplateFault? Find(string text) =>
        new[] { SqlWords.Both, SqlWords.Sqlite, SqlWords.Postgres }.Select(words => Find(text, words)).FirstOrDefault(found => found is not null);

    /// <summary>Looks for a name, however it is quoted.</summary>
    /// <param name="text">The fragment.</param>
    /// <param name="name">The name.</param>
    /// <returns>The token that names it, or all columns, or that could name anything; null for none.</returns>
    public static SqlToken? FindName(string text, string name)
    {
        var lexer = new SqlLexer(text, SqlWords.Both);
        SqlToken before = default;
        for (var token = lexer.Next(); token.Kind != SqlTokenKind.End; token = lexer.Next())
        {
            var said = text.Substring(token.Start, token.Length);
            var isName = token.Kind == SqlTokenKind.Word && string.Equals(said, name, StringComparison.OrdinalIgnoreCase);
            var isAll = token.Kind == SqlTokenKind.Braced && said.StartsWith($"{{{QueryNames.Columns}", StringComparison.Ordinal);
            if (isName || isAll || (token.Kind == SqlTokenKind.Quoted && (IsQuoted(said, name) || IsEscaped(text, before, token))))
            {
                return token;
            }

            before = token;
        }

        return null;
    }

    private static bool IsQuoted(string said, string name) =>
        string.Equals(said.Substring(1, said.Length - 2).Replace($"{said[0]}{said[0]}", $"{said[0]}"), name, StringComparison.OrdinalIgnoreCase);

    // PostgreSQL's U&"…" spells names with numbers.
    private static bool IsEscaped(string text, SqlToken before, SqlToken token) =>
        text[token.Start] == '"' && before.Kind == SqlTokenKind.Symbol && before.End == token.Start && text[before.Start] == '&';

    private static TemplateFault? Find(string text, SqlWords words)
    {
        var lexer = new SqlLexer(text, words);
        var (parentheses, braces) = (0, 0);
        for (var token = lexer.Next(); token.Kind != SqlTokenKind.End; token = lexer.Next())
        {
            parentheses += token.Kind switch { SqlTokenKind.Open => 1, SqlTokenKind.Close => -1, _ => 0 };
            braces += token.Kind switch { SqlTokenKind.OpenFragment => 1, SqlTokenKind.CloseBrace => -1, _ => 0 };
            var why = token switch
            {
                { Kind: SqlTokenKind.Comment } => "has a comment",
                { Kind: SqlTokenKind.Semicolon } => "has a ';'",
                { Kind: SqlTokenKind.Unterminated } => "has a quote that is never closed",
                _ when parentheses < 0 => "closes a parenthesis that it does not open",
                _ when braces < 0 => "closes a brace that it does not open",
                _ when parentheses == 0 && (token.Is("where", text) || token.Is("returning", text)) => $"has a '{text.Substring(token.Start, token.Length)}' of its own",
                _ => null,
            };
            if (why is not null)
            {
                return new("", token.Start, token.Length, why);
            }
        }

        return parentheses > 0 ? new("", 0, text.Length, "opens a parenthesis that it does not close")
            : braces > 0 ? new("", 0, text.Length, "opens a brace that it does not close")
            : null;
    }
}
