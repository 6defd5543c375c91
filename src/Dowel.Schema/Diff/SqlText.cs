using System.Text;

namespace Dowel.Schema;

/// <summary>Compares and renames in SQL that an engine has printed, token by token and without understanding it.</summary>
internal static class SqlText
{
    /// <summary>Whether two texts say the same: white space, and quotes around names that need none, are no difference.</summary>
    public static bool Same(string? one, string? other) => one == other
        || (one is not null && other is not null && Tokens(one).Select(Plain).SequenceEqual(Tokens(other).Select(Plain)));

    /// <summary>Whether a text has this name in it.</summary>
    public static bool Mentions(string? text, string name) => text is not null && Tokens(text).Any(token => token.Name == name);

    /// <summary>Whether a backfill says what a column's own values become, and not what rows without one get: it speaks of the column.</summary>
    /// <remarks>One that once filled a column may stay on its property for ever. It must not be what all values become when the type changes later.</remarks>
    public static bool IsConversion(string? backfill, string column) => Mentions(backfill, column);

    /// <summary>The text with other names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">New names by old ones.</param>
    /// <param name="quote">Writes a name as SQL must have it.</param>
    public static string Rename(string text, IReadOnlyDictionary<string, string> names, Func<string, string> quote)
    {
        if (names.Count == 0 || text.Length == 0)
        {
            return text;
        }

        var result = new StringBuilder();
        var copied = 0;
        var last = "";
        foreach (var token in Tokens(text))
        {
            var isKeyword = token.Text == "key" && last.ToLowerInvariant() is "primary" or "foreign";
            last = token.Text;
            if (isKeyword)
            {
                continue;
            }

            var end = token.Start + token.Text.Length;
            var renamed = token.Name is { } name && names.TryGetValue(name, out var next) ? quote(next)
                : token.Text[0] == '\'' && text.AsSpan(end).StartsWith("::regclass") ? $"'{Rename(token.Text.Trim('\''), names, quote)}'"
                : null;
            if (renamed is not null)
            {
                result.Append(text, copied, token.Start - copied).Append(renamed);
                copied = end;
            }
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The text with something in another schema, wherever it stands behind its schema's name, or by itself where its schema has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">What it was and in which schema; all of that schema where it is the schema's own key.</param>
    /// <param name="schema">The schema that it is in now; null for the one that is not named.</param>
    /// <param name="quote">Writes a name as SQL must have it.</param>
    public static string Move(string text, ObjectKey from, string? schema, Func<string, string> quote)
    {
        var tokens = Tokens(text).ToList();
        var old = from.Kind == ObjectKind.Schema ? from.Name : from.Schema;
        if (old is null)
        {
            return tokens.Where((token, i) => token.Name == from.Name && !IsPoint(i - 1) && !IsPoint(i + 1)).Reverse()
                .Aggregate(text, (moved, token) => moved.Insert(token.Start, $"{quote(schema!)}."));
        }

        for (var i = tokens.Count - 3; i >= 0; i--)
        {
            if (tokens[i].Name == old && tokens[i + 1].Text == "." && (from.Kind == ObjectKind.Schema || tokens[i + 2].Name == from.Name))
            {
                text = schema is null
                    ? text[..tokens[i].Start] + text[tokens[i + 2].Start..]
                    : text[..tokens[i].Start] + quote(schema) + text[(tokens[i].Start + tokens[i].Text.Length)..];
            }
        }

        return text;

        // What has a point before it has a schema or a table already; what has one after it stands for its rows.
        bool IsPoint(int i) => i >= 0 && i < tokens.Count && tokens[i].Text == ".";
    }

    /// <summary>The tokens of a text, without white space.</summary>
    public static IEnumerable<SqlToken> Tokens(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            var (kind, end) = Read(text, start);
            yield return new(kind, start, text[start..end]);
            start = end;
        }
    }

    private static string Plain(SqlToken token) =>
        token is { Kind: SqlTokenKind.QuotedName, Name: { } name } && IsPlain(name) ? name : token.Text;

    private static bool IsPlain(string name) =>
        name.Length > 0 && (char.IsAsciiLetterLower(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static (SqlTokenKind Kind, int End) Read(string text, int start) => text[start] switch
    {
        '\'' => (SqlTokenKind.Other, QuoteEnd(text, start, escapes: false)),
        '"' or '`' => (SqlTokenKind.QuotedName, QuoteEnd(text, start, escapes: false)),
        'e' or 'E' when At(text, start + 1) == '\'' => (SqlTokenKind.Other, QuoteEnd(text, start + 1, escapes: true)),
        '-' when At(text, start + 1) == '-' => (SqlTokenKind.Other, EndOf(text, "\n", start)),
        '/' when At(text, start + 1) == '*' => (SqlTokenKind.Other, EndOf(text, "*/", start + 2)),
        '$' when DollarTag(text, start) is { } tag => (SqlTokenKind.Other, EndOf(text, tag, start + tag.Length)),
        var first when char.IsAsciiDigit(first) => (SqlTokenKind.Other, WordEnd(text, start)),
        var first when IsLetter(first) => (SqlTokenKind.Word, WordEnd(text, start)),
        _ => (SqlTokenKind.Other, start + 1),
    };

    private static int QuoteEnd(string text, int open, bool escapes)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if ((escapes && text[i] == '\\') || (text[i] == text[open] && At(text, i + 1) == text[open]))
            {
                i++;
            }
            else if (text[i] == text[open])
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int EndOf(string text, string closing, int from)
    {
        var found = text.IndexOf(closing, Math.Min(from, text.Length), StringComparison.Ordinal);
        return found < 0 ? text.Length : found + closing.Length;
    }

    private static string? DollarTag(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        return At(text, end) == '$' ? text[start..(end + 1)] : null;
    }

    private static int WordEnd(string text, int start)
    {
        while (start < text.Length && (IsLetter(text[start]) || char.IsAsciiDigit(text[start]) || text[start] == '$'))
        {
            start++;
        }

        return start;
    }

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || character is '_' or > '\x7f';

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
