namespace Dowel.Generator;

/// <summary>Finds what is a parameter or a brace in SQL and what only looks like one, being in a string, a name, a comment or an operator.</summary>
/// <remarks>
/// Reads SQLite's SQL as its tokenizer does (tokenize.c, 3.40), PostgreSQL's as its scanner does (PostgreSQL 18 docs, 4.1), and a text for
/// both such that what either takes for a quote is one. Never fails, and every character belongs to one token or is a blank between two.
/// </remarks>
internal sealed class SqlLexer
{
    private const string OperatorCharacters = "+-*/<>=~!@#%^&|?`";

    /// <summary>What an <c>@</c> behind it makes an operator of; after anything else it begins a parameter, as in <c>a=@b</c>.</summary>
    private static readonly string[] JoinedByAt = ["<", "^", "@", "@@", "?", "?<", "^<"];

    /// <summary>What ends a word in braces, or shows that there is none.</summary>
    private static readonly char[] BraceEnds = ['}', '{', '\n', '\'', '"', '@'];

    private readonly string _text;
    private readonly bool _sqlite;
    private readonly bool _postgres;
    private int _position;

    /// <summary>Starts at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Whose rules it is read by.</param>
    public SqlLexer(string text, SqlWords words)
    {
        _text = text;
        _sqlite = words != SqlWords.Postgres;
        _postgres = words != SqlWords.Sqlite;
    }

    /// <summary>Whether a character can begin a name.</summary>
    /// <param name="c">The character.</param>
    public static bool BeginsName(char c) => c == '_' || char.IsLetter(c);

    /// <summary>Reads the next token.</summary>
    public SqlToken Next()
    {
        while (At(_position) is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\uFEFF')
        {
            _position++;
        }

        if (_position == _text.Length)
        {
            return new(SqlTokenKind.End, _position, 0);
        }

        var start = _position;
        var (kind, end) = Read(start);
        _position = end;
        return new(kind, start, end - start);
    }

    private (SqlTokenKind Kind, int End) Read(int start)
    {
        switch (_text[start])
        {
            case '\'' or '"':
            case '`' when _sqlite:
                return Quote(start + 1, _text[start]);
            case 'e' or 'E' when _postgres && At(start + 1) == '\'':
                return EscapeString(start + 2);
            case '[' when _sqlite && !(_postgres && IsSubscript(start)):
                return UpTo("]", start + 1, SqlTokenKind.Quoted);
            case '-' when At(start + 1) == '-':
                return (SqlTokenKind.Comment, LineEnd(start));
            case '/' when At(start + 1) == '*':
                return BlockComment(start + 2);
            case '$':
                return Dollar(start);
            case '@' when BeginsName(At(start + 1)):
                return (SqlTokenKind.Parameter, NameEnd(start + 1));
            case ':':
                return Colon(start);
            case '?' when _sqlite:
                return (SqlTokenKind.ForeignParameter, WordEnd(start + 1));
            case '{':
                return Brace(start);
            case '}' when At(start + 1) == '}':
                return (SqlTokenKind.DoubledBrace, start + 2);
            case var c when IsWord(c):
                return (SqlTokenKind.Word, WordEnd(start));
            case var c when IsOperator(c):
                return (SqlTokenKind.Symbol, OperatorEnd(start + 1));
            case var c:
                return (Mark(c), start + 1);
        }
    }

    private static SqlTokenKind Mark(char c) => c switch
    {
        '(' => SqlTokenKind.Open,
        ')' => SqlTokenKind.Close,
        ';' => SqlTokenKind.Semicolon,
        '}' => SqlTokenKind.CloseBrace,
        _ => SqlTokenKind.Symbol,
    };

    private (SqlTokenKind Kind, int End) Brace(int start)
    {
        switch (At(start + 1))
        {
            case '{':
                return (SqlTokenKind.DoubledBrace, start + 2);
            case '?':
                return (SqlTokenKind.OpenFragment, start + 2);
            default:
                var end = _text.IndexOfAny(BraceEnds, start + 1);
                return end > 0 && _text[end] == '}' ? (SqlTokenKind.Braced, end + 1) : (SqlTokenKind.OpenBrace, start + 1);
        }
    }

    /// <summary>A quote is written in itself by doubling it; nothing else escapes.</summary>
    private (SqlTokenKind Kind, int End) Quote(int index, char quote)
    {
        while (_text.IndexOf(quote, index) is >= 0 and var found)
        {
            if (At(found + 1) != quote)
            {
                return (SqlTokenKind.Quoted, found + 1);
            }

            index = found + 2;
        }

        return (SqlTokenKind.Unterminated, _text.Length);
    }

    /// <summary>In an <c>E''</c> string a backslash escapes, and a quote on a later line goes on with it.</summary>
    private (SqlTokenKind Kind, int End) EscapeString(int index)
    {
        while (index < _text.Length)
        {
            var c = _text[index++];
            if (c == '\\' || (c == '\'' && At(index) == '\''))
            {
                index++;
            }
            else if (c == '\'' && Continuation(index) is var next)
            {
                if (next < 0)
                {
                    return (SqlTokenKind.Quoted, index);
                }

                index = next;
            }
        }

        return (SqlTokenKind.Unterminated, _text.Length);
    }

    /// <summary>The place behind the quote that goes on with a string, or -1: blanks and line comments with a line's end among them, then a quote.</summary>
    private int Continuation(int index)
    {
        var lineEnded = false;
        for (; index < _text.Length; index++)
        {
            switch (_text[index])
            {
                case '\n' or '\r':
                    lineEnded = true;
                    break;
                case ' ' or '\t' or '\f' or '\v':
                    break;
                case '-' when At(index + 1) == '-':
                    index = LineEnd(index) - 1;
                    break;
                case '\'' when lineEnded:
                    return index + 1;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>PostgreSQL's comments nest; SQLite's do not.</summary>
    private (SqlTokenKind Kind, int End) BlockComment(int index)
    {
        for (var depth = 1; index + 1 < _text.Length; index++)
        {
            if (_text[index] == '*' && _text[index + 1] == '/')
            {
                index++;
                if (--depth == 0)
                {
                    return (SqlTokenKind.Comment, index + 1);
                }
            }
            else if (_postgres && _text[index] == '/' && _text[index + 1] == '*')
            {
                index++;
                depth++;
            }
        }

        return (SqlTokenKind.Unterminated, _text.Length);
    }

    /// <summary>PostgreSQL: <c>$tag$</c> quotes up to the same again, and <c>$1</c> is a parameter. SQLite: <c>$name</c> is one.</summary>
    private (SqlTokenKind Kind, int End) Dollar(int start)
    {
        var end = start + 1;
        while (IsWord(At(end)) && At(end) != '$')
        {
            end++;
        }

        if (_postgres && At(end) == '$' && !char.IsDigit(At(start + 1)))
        {
            return UpTo(_text.Substring(start, end + 1 - start), end + 1, SqlTokenKind.Quoted);
        }

        return (end > start + 1 ? SqlTokenKind.ForeignParameter : SqlTokenKind.Symbol, end);
    }

    /// <summary>SQLite: <c>:name</c> is a parameter. PostgreSQL: a colon is part of <c>::</c>, <c>:=</c> or a slice.</summary>
    private (SqlTokenKind Kind, int End) Colon(int start)
    {
        if (At(start + 1) is ':' or '=')
        {
            return (SqlTokenKind.Symbol, start + 2);
        }

        return _sqlite && BeginsName(At(start + 1)) ? (SqlTokenKind.ForeignParameter, NameEnd(start + 1)) : (SqlTokenKind.Symbol, start + 1);
    }

    /// <summary>An operator is a run of its characters, up to a comment and up to an <c>@</c> that begins a parameter.</summary>
    private int OperatorEnd(int index)
    {
        var start = index - 1;
        for (; IsOperator(At(index)); index++)
        {
            var c = _text[index];
            var begins = c switch
            {
                '-' => At(index + 1) == '-',
                '/' => At(index + 1) == '*',
                '@' => BeginsName(At(index + 1)) && !(_postgres && JoinedByAt.Contains(_text.Substring(start, index - start))),
                '?' => _sqlite && _text[index - 1] != '@',
                '`' => _sqlite,
                _ => false,
            };
            if (begins)
            {
                break;
            }
        }

        return index;
    }

    private (SqlTokenKind Kind, int End) UpTo(string close, int from, SqlTokenKind kind) =>
        _text.IndexOf(close, from, StringComparison.Ordinal) is >= 0 and var found
            ? (kind, found + close.Length)
            : (SqlTokenKind.Unterminated, _text.Length);

    private int LineEnd(int index) => _text.IndexOf('\n', index) is >= 0 and var end ? end : _text.Length;

    private int NameEnd(int index)
    {
        while (BeginsName(At(index)) || char.IsDigit(At(index)))
        {
            index++;
        }

        return index;
    }

    private int WordEnd(int index)
    {
        while (IsWord(At(index)))
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether a bracket follows what it can be a subscript of, as in <c>array[…]</c>, which only PostgreSQL reads; a name in brackets stands alone.</summary>
    private bool IsSubscript(int start) => start > 0 && (IsWord(_text[start - 1]) || _text[start - 1] is ']' or ')' or '"');

    private static bool IsWord(char c) => c is '_' or '$' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u0080' and not '\uFEFF');

    private static bool IsOperator(char c) => OperatorCharacters.IndexOf(c) >= 0;

    private char At(int index) => index < _text.Length ? _text[index] : '\0';
}
