namespace Dowel.Generator;

/// <summary>Takes a query's text apart.</summary>
internal sealed class TemplateReader
{
    private readonly string _text;
    private readonly SqlWords _words;
    private readonly List<SqlToken> _tokens = [];
    private readonly List<QueryPart> _parts = [];
    private readonly List<TemplateFault> _faults = [];
    private readonly List<TemplateFault> _suspects = [];
    private int _done;
    private int _fragments;
    private SqlToken? _open;
    private readonly Stack<SqlToken> _parentheses = new();

    // How many of them were open before the fragment that is read.
    private int _outside;

    private TemplateReader(string text, SqlWords words) => (_text, _words) = (text, words);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Whose rules it is read by.</param>
    public static QueryTemplate Read(string text, SqlWords words) => new TemplateReader(text, words).Read();

    private int Fragment => _open is null ? -1 : _fragments - 1;

    private QueryTemplate Read()
    {
        ReadTokens();
        _done = _tokens.Count > 0 ? FirstCharacter() : 0;
        for (var i = 0; i < _tokens.Count; i++)
        {
            Take(i);
        }

        if (_open is { } open)
        {
            Fault(QueryErrors.UnbalancedBrace.Id, open, "{?");
        }

        EndParentheses(outside: 0);
        EndText(_tokens.Count > 0 ? _tokens[_tokens.Count - 1].End : 0);
        return new(_text, _words)
        {
            Parts = _parts,
            Faults = _faults,
            Suspects = _suspects,
            Shape = StatementShape.Read(_text, _tokens),
        };
    }

    /// <summary>Comments are text; semicolons at the end are nothing; one elsewhere is a second statement.</summary>
    private void ReadTokens()
    {
        var lexer = new SqlLexer(_text, _words);
        SqlToken? semicolon = null;
        for (var token = lexer.Next(); token.Kind != SqlTokenKind.End; token = lexer.Next())
        {
            if (token.Kind == SqlTokenKind.Semicolon)
            {
                semicolon ??= token;
            }
            else if (token.Kind != SqlTokenKind.Comment)
            {
                if (semicolon is { } earlier)
                {
                    Fault(QueryErrors.SecondStatement.Id, token, ";");
                    return;
                }

                _tokens.Add(token);
            }
        }
    }

    /// <summary>A comment before the statement goes with it: it may be a hint, or a mark to find it by in the server's statistics.</summary>
    private int FirstCharacter() => new SqlLexer(_text, _words).Next().Start;

    private void Take(int i)
    {
        var token = _tokens[i];
        switch (token.Kind)
        {
            case SqlTokenKind.Parameter:
                TakeParameter(i);
                break;
            case SqlTokenKind.ForeignParameter:
                Fault(QueryErrors.ForeignParameter.Id, token, TextOf(token));
                break;
            case SqlTokenKind.Braced:
                TakeBraced(i);
                break;
            case SqlTokenKind.OpenFragment:
                OpenFragment(token);
                break;
            case SqlTokenKind.CloseBrace:
                CloseFragment(token);
                break;
            case SqlTokenKind.DoubledBrace:
                Add(new(QueryPartKind.Brace, token.Start, token.Length) { Name = TextOf(token).Substring(1) });
                break;
            case SqlTokenKind.OpenBrace:
                Fault(QueryErrors.UnbalancedBrace.Id, token, "{");
                break;
            case SqlTokenKind.Unterminated:
                Fault(QueryErrors.Unterminated.Id, token with { Length = OpeningLength(token) }, _text.Substring(token.Start, OpeningLength(token)));
                break;
            case SqlTokenKind.Symbol when i + 1 < _tokens.Count:
                TakeOperator(token, _tokens[i + 1]);
                break;
            case SqlTokenKind.Open:
                _parentheses.Push(token);
                break;
            case SqlTokenKind.Close:
                CloseParenthesis(token);
                break;
        }
    }

    private void CloseParenthesis(SqlToken token)
    {
        if (_parentheses.Count <= _outside)
        {
            Fault(QueryErrors.UnbalancedParenthesis.Id, token, ")");
        }

        // What a fragment closes outside itself is told once.
        if (_parentheses.Count > 0)
        {
            _parentheses.Pop();
        }
    }

    private void EndParentheses(int outside)
    {
        while (_parentheses.Count > outside)
        {
            Fault(QueryErrors.UnbalancedParenthesis.Id, _parentheses.Pop(), "(");
        }
    }

    private void TakeParameter(int i)
    {
        var token = _tokens[i];
        var name = _text.Substring(token.Start + 1, token.Length - 1);
        if (i >= 2 && i + 1 < _tokens.Count && _tokens[i - 2].Is("in", _text)
            && _tokens[i - 1].Kind == SqlTokenKind.Open && _tokens[i + 1].Kind == SqlTokenKind.Close)
        {
            var negated = i >= 3 && _tokens[i - 3].Is("not", _text);
            var start = _tokens[negated ? i - 3 : i - 2].Start;
            Add(new(QueryPartKind.ListTest, start, _tokens[i + 1].End - start) { Name = name, At = token.Start, Negated = negated });
        }
        else
        {
            Add(new(QueryPartKind.Parameter, token.Start, token.Length) { Name = name });
        }
    }

    private void TakeBraced(int i)
    {
        var token = _tokens[i];
        var content = _text.Substring(token.Start + 1, token.Length - 2);
        var colon = content.IndexOf(':');
        Add(new(QueryPartKind.Braced, token.Start, token.Length)
        {
            Name = colon < 0 ? content : content.Substring(0, colon),
            Alias = colon < 0 ? "" : content.Substring(colon + 1),
            IsNamed = i + 1 < _tokens.Count && IsName(_tokens[i + 1]),
            IsWritten = i > 0 && (_tokens[i - 1].Is("into", _text) || _tokens[i - 1].Is("update", _text)
                || (i > 1 && _tokens[i - 1].Is("from", _text) && _tokens[i - 2].Is("delete", _text))),
        });
    }

    // What follows a table: `as` and a name, a name alone, or else the next word of the statement.
    private bool IsName(SqlToken token) => token.Is("as", _text) || (token.Kind == SqlTokenKind.Quoted && _text[token.Start] != '\'')
        || (token.Kind == SqlTokenKind.Word && !SqlIdentifier.IsReserved(TextOf(token).ToLowerInvariant()));

    private void TakeOperator(SqlToken token, SqlToken next)
    {
        if (token.Length > 1 && _text[token.End - 1] == '@' && next.Start == token.End && next.Kind == SqlTokenKind.Word)
        {
            _suspects.Add(new(QueryErrors.AmbiguousOperator.Id, token.Start, next.End - token.Start, TextOf(next)));
        }
    }

    private void OpenFragment(SqlToken token)
    {
        if (_open is not null)
        {
            Fault(QueryErrors.NestedFragment.Id, token, "{?");
            return;
        }

        EndText(token.Start);
        _open = token;
        _fragments++;
        _outside = _parentheses.Count;
        Add(new(QueryPartKind.OpenFragment, token.Start, token.Length));
    }

    private void CloseFragment(SqlToken token)
    {
        if (_open is null)
        {
            Fault(QueryErrors.UnbalancedBrace.Id, token, "}");
            return;
        }

        EndParentheses(_outside);

        Add(new(QueryPartKind.CloseFragment, token.Start, token.Length));
        _open = null;
        _outside = 0;
    }

    private void Add(QueryPart part)
    {
        EndText(part.Start);
        _parts.Add(part with { Fragment = Fragment });
        _done = part.End;
    }

    private void EndText(int end)
    {
        if (end > _done)
        {
            _parts.Add(new(QueryPartKind.Text, _done, end - _done) { Fragment = Fragment });
            _done = end;
        }
    }

    private void Fault(string code, SqlToken token, string subject) => _faults.Add(new(code, token.Start, token.Length, subject));

    private string TextOf(SqlToken token) => _text.Substring(token.Start, token.Length);

    private int OpeningLength(SqlToken token) => _text[token.Start] switch
    {
        '/' or 'e' or 'E' => 2,
        '$' => _text.IndexOf('$', token.Start + 1) + 1 - token.Start,
        _ => 1,
    };
}
