using System.Buffers;
using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>One pass over a script that finds its statements, and its quoted stretches where they are asked for.</summary>
/// <remarks>
/// A statement ends at a semicolon outside parentheses (<c>create rule</c> has lists of statements in them) and outside the body of a routine. The
/// rows of a <c>copy</c> begin on the next line, whatever else stands on its own line; that rest is read first, as psql runs it after the rows.
/// </remarks>
internal ref struct PostgresSplitter
{
    private static readonly SearchValues<char> MetaCommandEnds = SearchValues.Create(" \t\r\n\f\v\\;");

    private readonly string _script;
    private readonly List<TextSpan>? _quoted;
    private PostgresLexer _lexer;
    private PostgresStatementShape _shape;
    private bool _backslashEscapes;
    private int _start = -1;
    private int _end;
    private int _depth;
    private int _resumeAt = -1;
    private Range _rows;

    /// <summary>Stands before the script's first character, or behind its byte order mark.</summary>
    /// <param name="script">The whole text.</param>
    /// <param name="quoted">Where to put quoted strings, comments and rows; null if they do not matter.</param>
    public PostgresSplitter(string script, List<TextSpan>? quoted = null)
    {
        (_script, _quoted) = (script, quoted);
        _lexer = new(script, script.StartsWith('\uFEFF') ? 1 : 0);
    }

    /// <summary>The statements found so far.</summary>
    public List<Statement> Statements { get; } = [];

    /// <summary>Reads the whole script.</summary>
    /// <returns>What kept it from being read to its end, or null.</returns>
    public SplitError? Run()
    {
        do
        {
            while (_lexer.MoveNext())
            {
                if (Take(_lexer.Current) is { } error)
                {
                    return error;
                }
            }

            if (_shape.InBody)
            {
                return new(SplitErrorKind.Unterminated, _shape.BodyStart, "begin atomic");
            }

            Finish(_script.Length);
        }
        while (Resume());
        return null;
    }

    private SplitError? Take(PostgresToken token)
    {
        switch (token.Kind)
        {
            case PostgresTokenKind.Comment:
                _quoted?.Add(new(token.Start, token.Length));
                return null;
            case PostgresTokenKind.Unterminated:
                return new(SplitErrorKind.Unterminated, token.Start, NameOf(token));
            case PostgresTokenKind.Backslash:
                return TakeMetaCommand(token);
            case PostgresTokenKind.Semicolon when _depth == 0 && !_shape.InBody:
                Finish(token.End);
                return null;
            case PostgresTokenKind.String:
                _quoted?.Add(new(token.Start, token.Length));
                break;
            case PostgresTokenKind.Open:
                _depth++;
                break;
            case PostgresTokenKind.Close when _depth > 0:
                _depth--;
                break;
        }

        Append(token);
        return null;
    }

    private void Append(PostgresToken token)
    {
        _start = _start < 0 ? token.Start : _start;
        _end = token.End;
        if (_shape.Watches)
        {
            _shape.Take(token, _script, _depth);
        }
    }

    /// <summary>Ends the current statement, if there is one, and gets ready for the next.</summary>
    private void Finish(int next)
    {
        if (_start >= 0)
        {
            var text = _script.AsSpan(_start, _end - _start);
            var traits = _quoted is null ? PostgresClassifier.Classify(text, _backslashEscapes) : StatementTraits.None;
            Statements.Add(new(_script, _start, text.Length, traits) { CopyData = _shape.HasRows ? TakeRows(next) : null });
            if (_shape.SetsSession)
            {
                _backslashEscapes = PostgresStringSetting.After(text, _backslashEscapes);
                _lexer = _lexer with { BackslashEscapes = _backslashEscapes };
            }
        }

        (_start, _depth, _shape) = (-1, 0, default);
    }

    /// <summary>Takes the rows that begin on the next line, and keeps the lexer to what is left of this one.</summary>
    private Range TakeRows(int from)
    {
        var newLine = _script.AsSpan(from).IndexOf('\n');
        var lineEnd = newLine < 0 ? _script.Length : from + newLine;
        var rows = PostgresCopyRows.Find(_script, _resumeAt >= 0 ? _resumeAt : Math.Min(lineEnd + 1, _script.Length));
        _rows = (_resumeAt >= 0 ? _rows.Start : rows.Start)..rows.End;
        _resumeAt = rows.Next;
        _lexer = new(_script.AsSpan(0, lineEnd), Math.Min(from, lineEnd)) { BackslashEscapes = _backslashEscapes };
        return rows.Start..rows.End;
    }

    /// <summary>Goes on behind rows; false at the end of the script.</summary>
    private bool Resume()
    {
        if (_resumeAt < 0)
        {
            return false;
        }

        _quoted?.Add(new(_rows.Start.Value, _rows.End.Value - _rows.Start.Value));
        _lexer = new(_script, _resumeAt) { BackslashEscapes = _backslashEscapes };
        _resumeAt = -1;
        return true;
    }

    /// <summary>Skips the lines that pg_dump puts around its output; everything else that is psql's own is an error.</summary>
    private SplitError? TakeMetaCommand(PostgresToken token)
    {
        var rest = _script.AsSpan(token.Start);
        var length = rest[1..].IndexOfAny(MetaCommandEnds) is var found and >= 0 ? found + 1 : rest.Length;
        var command = rest[..Math.Max(length, Math.Min(2, rest.Length))].TrimEnd().ToString();
        if (_start >= 0 || command is not ("\\restrict" or "\\unrestrict"))
        {
            return new(SplitErrorKind.MetaCommand, token.Start, command);
        }

        var line = rest.IndexOf('\n');
        _lexer = new(_script, line < 0 ? _script.Length : token.Start + line) { BackslashEscapes = _backslashEscapes };
        return null;
    }

    private readonly string NameOf(PostgresToken token)
    {
        var text = token.Of(_script);
        return text[0] switch
        {
            '/' => "block comment",
            '$' => $"dollar quote {text[..(text[1..].IndexOf('$') + 2)]}",
            '"' => "quoted identifier",
            _ => text.StartsWith("U&\"", StringComparison.OrdinalIgnoreCase) ? "quoted identifier" : "quoted string",
        };
    }
}
