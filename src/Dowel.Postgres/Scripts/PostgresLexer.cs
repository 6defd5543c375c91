namespace Dowel.Postgres;

/// <summary>Reads a text as the server's scanner does, as far as it matters where things begin and end.</summary>
/// <remarks>
/// It allocates nothing and reads every character about once. Comments are tokens, white space is not; operators come one character
/// at a time. A token that is never closed is the last one before <see cref="PostgresTokenKind.End"/>.
/// </remarks>
/// <param name="text">The text to read.</param>
/// <param name="from">Where to begin.</param>
internal ref struct PostgresLexer(ReadOnlySpan<char> text, int from = 0)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _position = from;

    /// <summary>Whether a backslash escapes in plain strings too: <c>standard_conforming_strings = off</c>.</summary>
    public bool BackslashEscapes { get; init; }

    /// <summary>The token read last.</summary>
    public PostgresToken Current { get; private set; }

    /// <summary>The tokens from here on, for <c>foreach</c>.</summary>
    public readonly PostgresLexer GetEnumerator() => this;

    /// <summary>Reads the next token, comments included; false at the end of the text.</summary>
    public bool MoveNext()
    {
        Current = Read();
        _position = Current.End;
        return Current.Kind != PostgresTokenKind.End;
    }

    private readonly PostgresToken Read()
    {
        for (var start = _position; start < _text.Length; start++)
        {
            switch (PostgresCharacters.ClassOf(_text[start]))
            {
                case PostgresCharacters.Blank:
                    continue;
                case PostgresCharacters.Letter:
                    return ReadWord(start);
                case PostgresCharacters.Digit:
                    return ReadDigits(start);
                case PostgresCharacters.Dollar:
                    return ReadDollar(start);
                case PostgresCharacters.Special:
                    return ReadSpecial(start);
                default:
                    return new(PostgresTokenKind.Symbol, start, 1);
            }
        }

        return new(PostgresTokenKind.End, _text.Length, 0);
    }

    private readonly PostgresToken ReadSpecial(int start) => _text[start] switch
    {
        '\'' => ReadString(start, start + 1, BackslashEscapes),
        '"' => ReadName(start, start + 1),
        '(' => new(PostgresTokenKind.Open, start, 1),
        ')' => new(PostgresTokenKind.Close, start, 1),
        ';' => new(PostgresTokenKind.Semicolon, start, 1),
        '\\' => new(PostgresTokenKind.Backslash, start, 1),
        '-' when At(start + 1, '-') => new(PostgresTokenKind.Comment, start, LineEnd(start) - start),
        '/' when At(start + 1, '*') => ReadBlockComment(start),
        _ => new(PostgresTokenKind.Symbol, start, 1),
    };

    private readonly PostgresToken ReadDigits(int start)
    {
        var end = start + 1;
        while (end < _text.Length && PostgresCharacters.ClassOf(_text[end]) == PostgresCharacters.Digit)
        {
            end++;
        }

        return new(PostgresTokenKind.Symbol, start, end - start);
    }

    private readonly PostgresToken ReadWord(int start)
    {
        var end = start + 1;
        while (end < _text.Length && PostgresCharacters.ContinuesWord(_text[end]))
        {
            end++;
        }

        if (end == start + 1 && end < _text.Length && _text[end] is '\'' or '&')
        {
            return ReadPrefixed(start);
        }

        return new(PostgresTokenKind.Word, start, end - start);
    }

    private readonly PostgresToken ReadPrefixed(int start)
    {
        switch (char.ToLowerInvariant(_text[start]))
        {
            case 'e' when At(start + 1, '\''):
                return ReadString(start, start + 2, escapes: true);
            case 'n' when At(start + 1, '\''):
                return ReadString(start, start + 2, BackslashEscapes);
            case 'b' or 'x' when At(start + 1, '\''):
            case 'u' when At(start + 1, '&') && At(start + 2, '\''):
                return ReadString(start, _text[start..].IndexOf('\'') + start + 1, escapes: false);
            case 'u' when At(start + 1, '&') && At(start + 2, '"'):
                return ReadName(start, start + 3);
            default:
                return new(PostgresTokenKind.Word, start, 1);
        }
    }

    private readonly PostgresToken ReadString(int start, int inside, bool escapes)
    {
        var end = escapes ? EscapeStringEnd(inside) : QuoteEnd(inside, '\'');
        return Closed(PostgresTokenKind.String, start, end);
    }

    private readonly PostgresToken ReadName(int start, int inside) =>
        Closed(PostgresTokenKind.QuotedName, start, QuoteEnd(inside, '"'));

    private readonly PostgresToken Closed(PostgresTokenKind kind, int start, int end) => end < 0
        ? new(PostgresTokenKind.Unterminated, start, _text.Length - start)
        : new(kind, start, end - start);

    /// <summary>Where a quote without backslashes ends, or -1; a doubled quote is one of its characters.</summary>
    private readonly int QuoteEnd(int index, char quote)
    {
        while (true)
        {
            var found = _text[index..].IndexOf(quote);
            if (found < 0)
            {
                return -1;
            }

            index += found + 1;
            if (!At(index, quote))
            {
                return index;
            }

            index++;
        }
    }

    /// <summary>Where a quote with backslashes ends, or -1; a quote behind a line's end goes on with it, under the same rules.</summary>
    private readonly int EscapeStringEnd(int index)
    {
        while (true)
        {
            var found = index > _text.Length ? -1 : _text[index..].IndexOfAny('\'', '\\');
            if (found < 0)
            {
                return -1;
            }

            index += found + 1;
            if (_text[index - 1] == '\\' || At(index, '\''))
            {
                index++;
            }
            else if (Continuation(index) is var next and > 0)
            {
                index = next;
            }
            else
            {
                return index;
            }
        }
    }

    /// <summary>The place behind the quote that continues a string, or -1: white space and line comments with at least one line's end, then a quote.</summary>
    private readonly int Continuation(int index)
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
                case '-' when At(index + 1, '-'):
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

    private readonly PostgresToken ReadBlockComment(int start)
    {
        var (index, depth) = (start + 2, 1);
        while (depth > 0)
        {
            var found = _text[index..].IndexOfAny('*', '/');
            if (found < 0)
            {
                return Closed(PostgresTokenKind.Comment, start, -1);
            }

            index += found + 1;
            var change = (_text[index - 1], At(index, '*'), At(index, '/')) switch
            {
                ('/', true, _) => 1,
                ('*', _, true) => -1,
                _ => 0,
            };
            depth += change;
            index += change == 0 ? 0 : 1;
        }

        return new(PostgresTokenKind.Comment, start, index - start);
    }

    private readonly PostgresToken ReadDollar(int start)
    {
        var end = start + 1;
        if (end < _text.Length && char.IsAsciiDigit(_text[end]))
        {
            var digits = _text[end..].IndexOfAnyExceptInRange('0', '9');
            return new(PostgresTokenKind.Parameter, start, digits < 0 ? _text.Length - start : digits + 1);
        }

        while (end < _text.Length && PostgresCharacters.ContinuesTag(_text[end]))
        {
            end++;
        }

        if (!At(end, '$'))
        {
            return new(PostgresTokenKind.Symbol, start, 1);
        }

        var tag = _text[start..(end + 1)];
        var closing = _text[(end + 1)..].IndexOf(tag);
        return Closed(PostgresTokenKind.DollarString, start, closing < 0 ? -1 : end + 1 + closing + tag.Length);
    }

    private readonly int LineEnd(int index)
    {
        var found = _text[index..].IndexOfAny('\n', '\r');
        return found < 0 ? _text.Length : index + found;
    }

    private readonly bool At(int index, char character) => index < _text.Length && _text[index] == character;
}
