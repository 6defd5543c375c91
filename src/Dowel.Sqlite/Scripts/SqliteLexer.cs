using System.Buffers;
using System.Text;

namespace Dowel.Sqlite;

/// <summary>Reads SQLite's SQL token by token, by the rules of the engine's own tokenizer (tokenize.c, SQLite 3.40).</summary>
/// <remarks>Never fails: what the engine would refuse is a token too. A copy reads ahead without moving the original.</remarks>
internal ref struct SqliteLexer
{
    /// <summary>Every character that can begin a token in which a semicolon means nothing, and the semicolon.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(";'\"`[-/$@:#");

    /// <summary>What stands between tokens. A byte order mark does so wherever it is (SQLite 3.40; to 3.35 it is a letter), unless it follows a word and belongs to it.</summary>
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\f\r\uFEFF");

    private static readonly SearchValues<char> TrailingBlanks = SearchValues.Create(" \t\n\f\r");

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    /// <summary>Starts reading at the beginning of a text.</summary>
    public SqliteLexer(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Where the last token ends that was no semicolon.</summary>
    public int ContentEnd { get; private set; }

    /// <summary>The characters of a token.</summary>
    public readonly ReadOnlySpan<char> TextOf(SqliteToken token) => _text.Slice(token.Start, token.Length);

    /// <summary>Whether a token is this keyword, in any case.</summary>
    /// <param name="token">A token of this text.</param>
    /// <param name="keyword">In lower case.</param>
    public readonly bool Is(SqliteToken token, string keyword) =>
        token.Kind == SqliteTokenKind.Word && Ascii.EqualsIgnoreCase(TextOf(token), keyword);

    /// <summary>Reads the next token that is not a comment.</summary>
    public SqliteToken NextSignificant()
    {
        SqliteToken token;
        do
        {
            token = Next();
        }
        while (token.Kind == SqliteTokenKind.Comment);
        return token;
    }

    /// <summary>Reads the next token.</summary>
    public SqliteToken Next()
    {
        var blanks = _text[_position..].IndexOfAnyExcept(Blanks);
        if (blanks < 0)
        {
            _position = _text.Length;
            return new(SqliteTokenKind.End, _position, 0);
        }

        var start = _position + blanks;
        var rest = _text[start..];
        var (kind, length) = SqliteTokenRules.Measure(rest);
        _position = start + length;
        if (kind != SqliteTokenKind.Semicolon)
        {
            ContentEnd = _position;
        }

        return new(kind, start, length);
    }

    /// <summary>Leaps over words and plain symbols to the next string, quoted name, comment, parameter or semicolon.</summary>
    /// <remarks>This is what makes large scripts cheap.</remarks>
    public SqliteToken NextMark()
    {
        while (true)
        {
            var rest = _text[_position..];
            var found = rest.IndexOfAny(Marks);
            var plain = found < 0 ? rest : rest[..found];
            var length = plain.LastIndexOfAnyExcept(TrailingBlanks) + 1;
            if (length > 0)
            {
                ContentEnd = _position + length;
            }

            _position += plain.Length;
            if (found < 0 || !IsPlain())
            {
                return Next();
            }

            ContentEnd = ++_position;
        }
    }

    /// <summary>Whether the mark ahead is none after all: an operator, or a dollar sign within a word as in <c>a$b</c>.</summary>
    private readonly bool IsPlain()
    {
        var next = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        return _text[_position] switch
        {
            '-' => next != '-',
            '/' => next != '*',
            '$' => _position > 0 && SqliteTokenRules.IsWordCharacter(_text[_position - 1]),
            _ => false,
        };
    }
}
