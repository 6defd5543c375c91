using System.Buffers;

namespace Dowel.Sqlite;

/// <summary>Where a token ends, character by character as in the engine's tokenizer (tokenize.c, SQLite 3.40).</summary>
/// <remarks>Pure. Texts given here start with a character that is no blank.</remarks>
internal static class SqliteTokenRules
{
    /// <summary>The operators of more than one character, longest first.</summary>
    private static readonly string[] Operators = ["->>", "->", "==", "<=", "<>", "<<", ">=", ">>", "!=", "||"];

    private static readonly SearchValues<char> ParameterEnds = SearchValues.Create(") \t\n\f\r");

    /// <summary>Measures the token at the start of a text.</summary>
    public static (SqliteTokenKind Kind, int Length) Measure(ReadOnlySpan<char> text)
    {
        var second = text.Length > 1 ? text[1] : '\0';
        switch (text[0])
        {
            case ';':
                return (SqliteTokenKind.Semicolon, 1);
            case '\'':
                return Quoted(text, SqliteTokenKind.String);
            case '"' or '`':
                return Quoted(text, SqliteTokenKind.QuotedName);
            case '[':
                return UpTo(text, 1, ']', SqliteTokenKind.QuotedName);
            case 'x' or 'X' when second == '\'':
                return UpTo(text, 2, '\'', SqliteTokenKind.String);
            case '-' when second == '-':
                return (SqliteTokenKind.Comment, text.IndexOf('\n') is >= 0 and var line ? line : text.Length);
            // The two characters alone, with nothing behind them, are two operators.
            case '/' when second == '*' && text.Length > 2:
                return BlockComment(text);
            case '?':
                return (SqliteTokenKind.Parameter, 1 + CountDigits(text[1..]));
            case '$' or '@' or ':' or '#':
                return Parameter(text);
            case '.' when char.IsAsciiDigit(second):
            case >= '0' and <= '9':
                return Number(text);
            case var first when IsWordCharacter(first):
                return (SqliteTokenKind.Word, CountWordCharacters(text));
            default:
                return Symbol(text);
        }
    }

    /// <summary>Whether a character can be inside a word: letters, digits, underscore, dollar sign and everything beyond ASCII.</summary>
    public static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' or >= '\u0080';

    private static int CountWordCharacters(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && IsWordCharacter(text[length]))
        {
            length++;
        }

        return length;
    }

    private static int CountDigits(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var length ? length : text.Length;

    /// <summary>A quote is written in itself by doubling it; nothing else escapes.</summary>
    private static (SqliteTokenKind Kind, int Length) Quoted(ReadOnlySpan<char> text, SqliteTokenKind kind)
    {
        var quote = text[0];
        var length = 1;
        while (text[length..].IndexOf(quote) is >= 0 and var inner)
        {
            length += inner + 1;
            if (length == text.Length || text[length] != quote)
            {
                return (kind, length);
            }

            length++;
        }

        return (SqliteTokenKind.Unterminated, text.Length);
    }

    private static (SqliteTokenKind Kind, int Length) UpTo(ReadOnlySpan<char> text, int from, char close, SqliteTokenKind kind) =>
        text[from..].IndexOf(close) is >= 0 and var inner
            ? (kind, from + inner + 1)
            : (SqliteTokenKind.Unterminated, text.Length);

    /// <summary>Comments do not nest, and the end of the text closes one.</summary>
    private static (SqliteTokenKind Kind, int Length) BlockComment(ReadOnlySpan<char> text) =>
        (SqliteTokenKind.Comment, text[2..].IndexOf("*/") is >= 0 and var inner ? inner + 4 : text.Length);

    /// <summary>A parameter may hold <c>::</c> and end with anything but blanks in parentheses, as Tcl's variables do.</summary>
    private static (SqliteTokenKind Kind, int Length) Parameter(ReadOnlySpan<char> text)
    {
        var named = false;
        var length = 1;
        for (; length < text.Length; length++)
        {
            if (IsWordCharacter(text[length]))
            {
                named = true;
            }
            else if (text[length] == '(' && named)
            {
                var inner = text[length..].IndexOfAny(ParameterEnds);
                var end = inner < 0 ? text.Length : length + inner;
                return (SqliteTokenKind.Parameter, end < text.Length && text[end] == ')' ? end + 1 : end);
            }
            else if (text[length..].StartsWith("::"))
            {
                length++;
            }
            else
            {
                break;
            }
        }

        return (named ? SqliteTokenKind.Parameter : SqliteTokenKind.Symbol, length);
    }

    private static (SqliteTokenKind Kind, int Length) Number(ReadOnlySpan<char> text)
    {
        var length = CountDigits(text);
        if (text[length..].StartsWith('.'))
        {
            length += 1 + CountDigits(text[(length + 1)..]);
        }

        if (text[length..] is ['e' or 'E', '+' or '-', >= '0' and <= '9', ..])
        {
            length += 2;
        }

        // Letters that follow belong to it as well: `0x1F`, `1e5`, and `1abc`, which the engine refuses as a whole.
        return (SqliteTokenKind.Number, length + CountWordCharacters(text[length..]));
    }

    private static (SqliteTokenKind Kind, int Length) Symbol(ReadOnlySpan<char> text)
    {
        foreach (var symbol in Operators)
        {
            if (text.StartsWith(symbol, StringComparison.Ordinal))
            {
                return (SqliteTokenKind.Symbol, symbol.Length);
            }
        }

        return (SqliteTokenKind.Symbol, 1);
    }
}
