namespace Dowel.Sqlite;

/// <summary>Goes through a definition token by token.</summary>
/// <param name="tokens">The definition.</param>
internal sealed class SqliteCursor(SqliteTokens tokens)
{
    /// <summary>The index of the next token.</summary>
    public int Position { get; private set; }

    /// <summary>Whether there is none.</summary>
    public bool IsAtEnd => Position >= tokens.Count;

    /// <summary>The next token as it is written; empty at the end.</summary>
    public string Text => tokens.TextOf(Position);

    /// <summary>Whether the next token is a keyword.</summary>
    public bool Is(string keyword) => tokens.Is(Position, keyword);

    /// <summary>Whether the next token is one of some keywords.</summary>
    public bool IsAny(params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (Is(keyword))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the next tokens if they are these keywords in their order.</summary>
    public bool Take(params ReadOnlySpan<string> keywords)
    {
        for (var i = 0; i < keywords.Length; i++)
        {
            if (!tokens.Is(Position + i, keywords[i]))
            {
                return false;
            }
        }

        Position += keywords.Length;
        return true;
    }

    /// <summary>Takes the next token if it is this symbol.</summary>
    public bool TakeSymbol(string symbol)
    {
        var isThere = !IsAtEnd && Text == symbol;
        Position += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Takes a symbol that must be there.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public void Expect(string symbol)
    {
        if (!TakeSymbol(symbol))
        {
            throw Unexpected();
        }
    }

    /// <summary>Takes keywords that must be there.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public void ExpectWords(params ReadOnlySpan<string> keywords)
    {
        if (!Take(keywords))
        {
            throw Unexpected();
        }
    }

    /// <summary>Takes a name, which may stand in any quotes.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public string TakeName() =>
        !IsAtEnd && (tokens.IsName(Position) || tokens[Position].Kind == SqliteTokenKind.String)
            ? SqliteName.Unquote(tokens.TextOf(Position++))
            : throw Unexpected();

    /// <summary>Takes the next token, whatever it is.</summary>
    public string TakeAny() => IsAtEnd ? throw Unexpected() : tokens.TextOf(Position++);

    /// <summary>Takes everything in parentheses.</summary>
    /// <returns>The indexes of the first token inside and of the closing parenthesis.</returns>
    /// <exception cref="FormatException">There is no parenthesis, or none that closes it.</exception>
    public (int From, int To) TakeParenthesised()
    {
        Expect("(");
        var from = Position;
        SkipTo(")");
        Position++;
        return (from, Position - 1);
    }

    /// <summary>Goes to the next of some symbols that stands in no parentheses of its own.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public void SkipTo(params ReadOnlySpan<string> symbols)
    {
        for (var depth = 0; !IsAtEnd; Position++)
        {
            var text = Text;
            if (depth == 0 && symbols.Contains(text))
            {
                return;
            }

            depth += text == "(" ? 1 : text == ")" ? -1 : 0;
        }

        throw Unexpected();
    }

    /// <summary>What is wrong when the next token should be another.</summary>
    public FormatException Unexpected() => new(IsAtEnd ? "its text ends too early" : $"'{Text}' stands where it cannot be read");
}
