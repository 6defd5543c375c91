using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>Finds the statements of one script, as the engine itself would take them one after the other.</summary>
internal ref struct SqliteSplitter
{
    private readonly string _script;
    private readonly List<Statement> _statements = [];
    private SqliteLexer _lexer;

    /// <summary>Starts at the beginning of a script.</summary>
    public SqliteSplitter(string script)
    {
        _script = script;
        _lexer = new(script);
    }

    /// <summary>Reads the script to its end, or to the first thing that cannot be read.</summary>
    public SplitResult Split()
    {
        // The engine takes a text to end at the first NUL, wherever it stands, and would skip the rest without a word.
        if (_script.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul)
        {
            return new([], new(SplitErrorKind.IllegalCharacter, nul, "NUL character"));
        }

        while (_lexer.NextSignificant() is { Kind: not SqliteTokenKind.End } first)
        {
            if (first.Kind != SqliteTokenKind.Semicolon && ReadStatement(first) is { } error)
            {
                return new(_statements, error);
            }
        }

        return new(_statements);
    }

    private SplitError? ReadStatement(SqliteToken first)
    {
        if (FindMetaCommand(first) is { } command)
        {
            return new(SplitErrorKind.MetaCommand, first.Start, command);
        }

        var last = first.Kind == SqliteTokenKind.Unterminated ? first
            : StartsTrigger(first) ? ReadTrigger(first)
            : ReadToSemicolon();
        if (last.Kind == SqliteTokenKind.Unterminated)
        {
            return new(SplitErrorKind.Unterminated, last.Start, NameUnterminated(last.Start));
        }

        // Comments before the semicolon stay: the engine keeps them in the schema's text of views and indexes.
        var length = _lexer.ContentEnd - first.Start;
        var traits = SqliteClassifier.Classify(_script.AsSpan(first.Start, length));
        _statements.Add(new(_script, first.Start, length, traits));
        return null;
    }

    /// <summary>A command of the <c>sqlite3</c> shell; no statement begins with a dot.</summary>
    private readonly string? FindMetaCommand(SqliteToken first)
    {
        var ahead = _lexer;
        return _script[first.Start] == '.' && ahead.Next() is { Kind: SqliteTokenKind.Word } name && name.Start == first.End
            ? string.Concat(".", ahead.TextOf(name))
            : null;
    }

    /// <summary>Whether the statement is <c>[explain [query plan]] create [temp|temporary] trigger</c>.</summary>
    private readonly bool StartsTrigger(SqliteToken word)
    {
        var ahead = _lexer;
        if (ahead.Is(word, "explain"))
        {
            word = ahead.NextSignificant();
            if (ahead.Is(word, "query"))
            {
                ahead.NextSignificant();
                word = ahead.NextSignificant();
            }
        }

        if (!ahead.Is(word, "create"))
        {
            return false;
        }

        word = ahead.NextSignificant();
        if (ahead.Is(word, "temp") || ahead.Is(word, "temporary"))
        {
            word = ahead.NextSignificant();
        }

        return ahead.Is(word, "trigger");
    }

    /// <summary>Reads to the semicolon, the end of the script or an open quote, whichever comes first.</summary>
    private SqliteToken ReadToSemicolon()
    {
        SqliteToken token;
        do
        {
            token = _lexer.NextMark();
        }
        while (token.Kind is not (SqliteTokenKind.Semicolon or SqliteTokenKind.End or SqliteTokenKind.Unterminated));
        return token;
    }

    /// <summary>Reads past the body of a trigger; a body without end is an unterminated token at the statement's start.</summary>
    private SqliteToken ReadTrigger(SqliteToken first)
    {
        var token = _lexer.NextSignificant();
        while (!_lexer.Is(token, "begin"))
        {
            // A semicolon before the body ends the statement, which the engine will refuse for what it lacks.
            if (token.Kind is SqliteTokenKind.Semicolon or SqliteTokenKind.End or SqliteTokenKind.Unterminated)
            {
                return token;
            }

            token = _lexer.NextSignificant();
        }

        while ((token = ReadToSemicolon()).Kind == SqliteTokenKind.Semicolon)
        {
            // No statement begins with `end`, so behind a semicolon it closes the body; the `end` of a `case` never stands there.
            var ahead = _lexer;
            if (ahead.Is(ahead.NextSignificant(), "end"))
            {
                _lexer = ahead;
                return ReadToSemicolon();
            }
        }

        return token.Kind == SqliteTokenKind.End ? new(SqliteTokenKind.Unterminated, first.Start, 0) : token;
    }

    private readonly string NameUnterminated(int offset) => _script[offset] switch
    {
        '\'' => "quoted string",
        'x' or 'X' => "blob",
        '"' or '`' or '[' => "quoted identifier",
        _ => "trigger body",
    };
}
