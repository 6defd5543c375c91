namespace Dowel.Sqlite;

/// <summary>The tokens of one statement without its comments, to look things up in.</summary>
internal sealed class SqliteTokens
{
    private readonly string _sql;
    private readonly List<SqliteToken> _tokens;

    private SqliteTokens(string sql, List<SqliteToken> tokens) => (_sql, _tokens) = (sql, tokens);

    /// <summary>How many there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>The token at an index.</summary>
    public SqliteToken this[int index] => _tokens[index];

    /// <summary>Reads a statement to its end.</summary>
    public static SqliteTokens Read(string sql)
    {
        var tokens = new List<SqliteToken>();
        var lexer = new SqliteLexer(sql);
        while (lexer.NextSignificant() is { Kind: not SqliteTokenKind.End } token)
        {
            tokens.Add(token);
        }

        return new(sql, tokens);
    }

    /// <summary>A token as it is written; empty where there is none.</summary>
    public string TextOf(int index) =>
        index >= 0 && index < _tokens.Count ? _sql.Substring(_tokens[index].Start, _tokens[index].Length) : "";

    /// <summary>Whether a token is there and is this keyword, in any case.</summary>
    public bool Is(int index, string keyword) =>
        index >= 0 && index < _tokens.Count && _tokens[index].Kind == SqliteTokenKind.Word
        && _sql.AsSpan(_tokens[index].Start, _tokens[index].Length).Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token is an identifier, quoted or not.</summary>
    public bool IsName(int index) => _tokens[index].Kind is SqliteTokenKind.Word or SqliteTokenKind.QuotedName;

    /// <summary>The statement from a token to the last one, as it is written.</summary>
    public string TextFrom(int index) => _sql[_tokens[index].Start.._tokens[^1].End];

    /// <summary>The statement up to and with a token.</summary>
    public string TextUpTo(int index) => _sql[.._tokens[index].End];

    /// <summary>The index of the next token that is written exactly so.</summary>
    public int? FindText(string text, int from) =>
        _tokens.FindIndex(from, token => _sql.AsSpan(token.Start, token.Length).SequenceEqual(text)) is >= 0 and var index ? index : null;

    /// <summary>The index of the next identifier, quoted or not and in any case, that is a name or the start of a dotted one.</summary>
    public int? FindName(string name, int from)
    {
        for (var index = from; index < _tokens.Count; index++)
        {
            if (IsName(index, name))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Whether a name, dotted or not, starts at an index.</summary>
    public bool IsName(int index, string name)
    {
        if (_tokens[index].Kind is not (SqliteTokenKind.Word or SqliteTokenKind.QuotedName))
        {
            return false;
        }

        var part = SqliteName.Unquote(TextOf(index));
        return part.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith(part + ".", StringComparison.OrdinalIgnoreCase)
                && index + 2 < _tokens.Count
                && TextOf(index + 1) == "."
                && IsName(index + 2, name[(part.Length + 1)..]));
    }
}
