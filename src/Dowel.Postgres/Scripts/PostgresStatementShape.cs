namespace Dowel.Postgres;

/// <summary>What the words of a statement say about where it ends: the body of a routine has semicolons of its own, and rows follow a <c>copy</c>.</summary>
/// <remarks>A value that the splitter feeds with the tokens of one statement, comments left out.</remarks>
internal struct PostgresStatementShape
{
    private Place _place;
    private bool _qualified;

    private enum Place : byte
    {
        Start,
        Plain,
        Session,
        Create,
        Routine,
        BeginOfBody,
        BodyBoundary,
        BodyStatement,
        Copy,
        CopyFrom,
        CopyRows,
    }

    /// <summary>Whether further tokens can change anything.</summary>
    public readonly bool Watches => _place is not (Place.Plain or Place.Session or Place.CopyRows);

    /// <summary>Whether a semicolon here belongs to a <c>begin atomic … end</c>.</summary>
    public readonly bool InBody => _place is Place.BodyBoundary or Place.BodyStatement;

    /// <summary>Whether rows follow on the next line.</summary>
    public readonly bool HasRows => _place == Place.CopyRows;

    /// <summary>Whether the statement may change how strings are read: <c>set</c>, <c>reset</c>, <c>discard</c>.</summary>
    public readonly bool SetsSession => _place == Place.Session;

    /// <summary>Where the open body begins; meaningful while <see cref="InBody"/>.</summary>
    public int BodyStart { get; private set; }

    /// <summary>Takes the next token of the statement.</summary>
    /// <param name="token">Any token but a comment.</param>
    /// <param name="text">The script.</param>
    /// <param name="depth">How many parentheses are open.</param>
    public void Take(PostgresToken token, ReadOnlySpan<char> text, int depth)
    {
        if (depth == 0 || _place == Place.Start)
        {
            _place = Next(token, text);
            _qualified = token.Length == 1 && text[token.Start] == '.';
        }
    }

    private Place Next(PostgresToken token, ReadOnlySpan<char> text) => _place switch
    {
        Place.Start => First(token, text),
        Place.Create => InCreate(token, text),
        Place.Routine or Place.BeginOfBody => InRoutine(token, text),
        Place.BodyBoundary or Place.BodyStatement => InsideBody(token, text),
        Place.Copy => InCopy(token, text),
        Place.CopyFrom => token.Is("stdin", text) || token.Is("stdout", text) ? Place.CopyRows : Place.Plain,
        _ => _place,
    };

    private static Place First(PostgresToken token, ReadOnlySpan<char> text)
    {
        if (token.Kind != PostgresTokenKind.Word)
        {
            return Place.Plain;
        }

        return (char)(text[token.Start] | 0x20) switch
        {
            'c' when token.Is("create", text) => Place.Create,
            'c' when token.Is("copy", text) => Place.Copy,
            's' when token.Is("set", text) => Place.Session,
            'r' when token.Is("reset", text) => Place.Session,
            'd' when token.Is("discard", text) => Place.Session,
            _ => Place.Plain,
        };
    }

    private static Place InCreate(PostgresToken token, ReadOnlySpan<char> text)
    {
        if (token.Is("or", text) || token.Is("replace", text))
        {
            return Place.Create;
        }

        return token.Is("function", text) || token.Is("procedure", text) ? Place.Routine : Place.Plain;
    }

    /// <summary>A routine or one of its types may be called <c>begin</c>; only <c>begin atomic</c> opens a body.</summary>
    private Place InRoutine(PostgresToken token, ReadOnlySpan<char> text)
    {
        if (token.Is("begin", text))
        {
            BodyStart = token.Start;
            return Place.BeginOfBody;
        }

        return _place == Place.BeginOfBody && token.Is("atomic", text) ? Place.BodyBoundary : Place.Routine;
    }

    /// <summary>Each statement of a body ends with a semicolon, so the body's <c>end</c> is the one behind a semicolon or <c>atomic</c>; any other closes a <c>case</c> or is a name.</summary>
    private readonly Place InsideBody(PostgresToken token, ReadOnlySpan<char> text) => token.Kind switch
    {
        PostgresTokenKind.Semicolon => Place.BodyBoundary,
        PostgresTokenKind.Word when _place == Place.BodyBoundary && token.Is("end", text) => Place.Plain,
        _ => Place.BodyStatement,
    };

    /// <summary>The grammar reads rows for <c>from stdin</c> and, the same to it, <c>from stdout</c>.</summary>
    private readonly Place InCopy(PostgresToken token, ReadOnlySpan<char> text)
    {
        if (_qualified || token.Kind != PostgresTokenKind.Word)
        {
            return Place.Copy;
        }

        return token.Is("from", text) ? Place.CopyFrom : token.Is("to", text) ? Place.Plain : Place.Copy;
    }
}
