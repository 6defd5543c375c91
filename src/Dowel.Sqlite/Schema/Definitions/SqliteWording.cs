using System.Text;

namespace Dowel.Sqlite;

/// <summary>Spells SQL in one way, whatever way it was written: one blank, keywords in lower case, quotes only where they must be, no comments. Pure.</summary>
/// <remarks>
/// What is a name and what a string stays so, and no other word changes what it says: expressions are known token by token, not understood.
/// </remarks>
internal sealed class SqliteWording(SqliteTokens tokens, SqliteScope scope)
{
    // For each parenthesis that is open, whether names are tables': after `from` and its commas, not after `select` or `where`.
    private readonly Stack<bool> _fromClauses = new([false]);

    /// <summary>Spells a whole text.</summary>
    public static string Spell(string sql, SqliteScope scope)
    {
        var tokens = SqliteTokens.Read(sql);
        return new SqliteWording(tokens, scope).Spell(0, tokens.Count);
    }

    /// <summary>Spells the tokens from one index to before another.</summary>
    public string Spell(int from, int to)
    {
        var text = new StringBuilder();
        _fromClauses.Clear();
        _fromClauses.Push(false);
        var before = from - 1;
        for (var index = from; index < to; index++)
        {
            if (IsOwnTable(index, to))
            {
                index++;
                continue;
            }

            if (text.Length > 0 && IsSpaced(before, index, from))
            {
                text.Append(' ');
            }

            text.Append(Word(index, from));
            Follow(index);
            before = index;
        }

        return text.ToString();
    }

    // `t.a` within the definition of t is `a`; nothing else could be meant, and the table may have another name for a while.
    private bool IsOwnTable(int index, int to) =>
        scope.Own is { } own && index + 2 < to && tokens.TextOf(index + 1) == "." && tokens.IsName(index)
        && SqliteName.Unquote(tokens.TextOf(index)).Equals(own, StringComparison.OrdinalIgnoreCase)
        && tokens.TextOf(index - 1) != ".";

    private string Word(int index, int from)
    {
        var text = tokens.TextOf(index);
        return tokens[index].Kind switch
        {
            SqliteTokenKind.QuotedName => Unquoted(index, text),
            SqliteTokenKind.Word => Bare(index, text, from),
            _ => text,
        };
    }

    private string Unquoted(int index, string text)
    {
        var name = SqliteName.Unquote(text);
        var isName = text[0] != '"' || IsNamePlace(index)
            || scope.Column(name) is not null || (_fromClauses.Peek() && scope.IsTable(name));
        return !isName ? text : SqliteKeywords.Quote(tokens.Is(index - 1, "collate") ? name.ToLowerInvariant() : NameOf(index, name));
    }

    private string Bare(int index, string text, int from)
    {
        if (tokens.TextOf(index + 1) == "(" && !IsBeside(index, "."))
        {
            return text.ToLowerInvariant();
        }

        return IsKeyword(index, from) || tokens.Is(index - 1, "collate") ? text.ToLowerInvariant() : NameOf(index, text);
    }

    // Within a table's own definition a name is the column's; in a query it may be an alias too.
    private string NameOf(int index, string name) =>
        scope.Own is not null && tokens.TextOf(index + 1) != "(" ? scope.Column(name) ?? name : name;

    private bool IsNamePlace(int index) =>
        IsBeside(index, ".") || tokens.TextOf(index + 1) == "(" || tokens.Is(index - 1, "as") || tokens.Is(index - 1, "collate");

    private bool IsBeside(int index, string symbol) => tokens.TextOf(index - 1) == symbol || tokens.TextOf(index + 1) == symbol;

    private bool IsKeyword(int index, int from)
    {
        var word = tokens.TextOf(index);
        if (!SqliteKeywords.Contains(word) || IsBeside(index, "."))
        {
            return false;
        }

        // A word that names a column here, or a query's result, is no keyword though it could be one elsewhere.
        var canBeName = !SqliteKeywords.NeedsQuotes(word);
        return !(canBeName && (scope.Own is not null ? scope.Column(word) is not null : IsAlias(index, from)));
    }

    private bool IsAlias(int index, int from) =>
        tokens.Is(index - 1, "as")
        || (EndsOperand(index - 1, from) && (tokens.TextOf(index + 1) is "," or ")" or "" || tokens.Is(index + 1, "from")));

    private bool IsSpaced(int before, int index, int from)
    {
        var (left, right) = (tokens.TextOf(before), tokens.TextOf(index));
        if (right is "," or ")" or "." or ";" || left is "(" or ".")
        {
            return false;
        }

        if (right == "(")
        {
            return !IsCall(before, from);
        }

        // `- -1` must not become a comment.
        return !(left is "-" or "+" or "~" && !EndsOperand(before - 1, from) && right is not ("-" or "+"));
    }

    private bool IsCall(int index, int from) => tokens[index].Kind switch
    {
        SqliteTokenKind.QuotedName => true,
        SqliteTokenKind.Word when !IsKeyword(index, from) => true,
        SqliteTokenKind.Word => SqliteKeywords.IsFunction(tokens.TextOf(index)) && !EndsOperand(index - 1, from),
        _ => false,
    };

    private bool EndsOperand(int index, int from) => index >= from && tokens[index].Kind switch
    {
        SqliteTokenKind.Word => !IsKeyword(index, from) || SqliteKeywords.EndsOperand(tokens.TextOf(index)),
        SqliteTokenKind.Symbol => tokens.TextOf(index) == ")",
        SqliteTokenKind.QuotedName or SqliteTokenKind.String or SqliteTokenKind.Number or SqliteTokenKind.Parameter => true,
        _ => false,
    };

    private void Follow(int index)
    {
        var text = tokens.TextOf(index);
        if (text == "(")
        {
            _fromClauses.Push(_fromClauses.Peek());
        }
        else if (text == ")" && _fromClauses.Count > 1)
        {
            _fromClauses.Pop();
        }
        else if (tokens[index].Kind == SqliteTokenKind.Word && ClauseOf(text.ToLowerInvariant()) is { } isFrom)
        {
            _fromClauses.Pop();
            _fromClauses.Push(isFrom);
        }
    }

    private static bool? ClauseOf(string word) => word switch
    {
        "from" or "join" or "into" or "update" => true,
        "select" or "set" or "where" or "on" or "using" or "group" or "order" or "having" or "limit" or "values" or "when" or "begin" => false,
        _ => null,
    };
}
