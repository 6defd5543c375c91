namespace Dowel.Postgres;

/// <summary>Reads the words of one statement from its beginning; comments do not exist for it.</summary>
internal ref struct PostgresCursor
{
    private readonly ReadOnlySpan<char> _text;
    private PostgresLexer _lexer;

    /// <summary>Stands before the first word.</summary>
    /// <param name="statement">The statement's text.</param>
    /// <param name="backslashEscapes">Whether a backslash escapes in plain strings.</param>
    public PostgresCursor(ReadOnlySpan<char> statement, bool backslashEscapes = false)
    {
        _text = statement;
        _lexer = new(statement) { BackslashEscapes = backslashEscapes };
        Advance();
    }

    /// <summary>The token that is read next.</summary>
    public PostgresToken Current { get; private set; }

    /// <summary>The characters of <see cref="Current"/>.</summary>
    public readonly ReadOnlySpan<char> CurrentText => Current.Of(_text);

    /// <summary>Whether everything has been read.</summary>
    public readonly bool AtEnd => Current.Kind == PostgresTokenKind.End;

    /// <summary>Goes on to the next token.</summary>
    public void Advance()
    {
        while (_lexer.MoveNext() && _lexer.Current.Kind == PostgresTokenKind.Comment)
        {
        }

        Current = _lexer.Current;
    }

    /// <summary>Whether this unquoted word comes next.</summary>
    public readonly bool Is(string word) => Current.Is(word, _text);

    /// <summary>Whether this character comes next.</summary>
    public readonly bool Is(char symbol) => Current.Length == 1 && _text[Current.Start] == symbol;

    /// <summary>Reads past these words as far as they come next in this order; whether all of them did.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Is(word))
            {
                return false;
            }

            Advance();
        }

        return true;
    }

    /// <summary>Reads past one of these words if it comes next.</summary>
    public bool TakeOneOf(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Take(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads past this character if it comes next.</summary>
    public bool Take(char symbol)
    {
        if (!Is(symbol))
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>Reads a name, qualified or not; null where none comes next.</summary>
    public PostgresName? TakeName()
    {
        string? schema = null;
        string? name = null;
        do
        {
            if (Current.Kind is not (PostgresTokenKind.Word or PostgresTokenKind.QuotedName))
            {
                return null;
            }

            (schema, name) = (name, PostgresName.Fold(CurrentText));
            Advance();
        }
        while (Take('.'));

        return new(schema, name);
    }

    /// <summary>Reads past <c>( … )</c> if it comes next, and what is nested in it.</summary>
    public void SkipParentheses()
    {
        if (!Take('('))
        {
            return;
        }

        for (var depth = 1; depth > 0 && !AtEnd; Advance())
        {
            depth += Current.Kind switch
            {
                PostgresTokenKind.Open => 1,
                PostgresTokenKind.Close => -1,
                _ => 0,
            };
        }
    }

    /// <summary>Reads past a list of options, <c>(verbose, concurrently false)</c>, if one comes next.</summary>
    /// <returns>What the list says of the option: on, off, or null where it does not name it.</returns>
    public bool? TakeOptions(string option)
    {
        bool? value = null;
        if (!Take('('))
        {
            return value;
        }

        while (!AtEnd && !Take(')'))
        {
            if (Take(option))
            {
                _ = Take('=');
                value = !IsOff();
            }
            else
            {
                Advance();
            }
        }

        return value;
    }

    /// <summary>Whether a setting's value that means no comes next.</summary>
    public readonly bool IsOff()
    {
        var value = Current.Kind == PostgresTokenKind.String ? CurrentText.Trim('\'') : CurrentText;
        return value.Equals("off", StringComparison.OrdinalIgnoreCase)
            || value.Equals("false", StringComparison.OrdinalIgnoreCase)
            || value.Equals("no", StringComparison.OrdinalIgnoreCase)
            || value is "0";
    }
}
