using System.Text;

namespace Dowel.Postgres;

/// <summary>Reads the server's notation for stored queries.</summary>
/// <remarks>PostgreSQL source, <c>read.c</c>: tokens end at blanks, parentheses and braces; a backslash takes the next character as it is.</remarks>
internal ref struct PostgresNodeReader
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private PostgresNodeReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads a text: a node or a list.</summary>
    public static object? Read(string text) => new PostgresNodeReader(text).ReadValue();

    private object? ReadValue()
    {
        SkipBlanks();
        switch (Peek())
        {
            case '(':
                _at++;
                return ReadList();
            case '{':
                _at++;
                return ReadNode();
            case '<' when _text[_at..].StartsWith("<>"):
                _at += 2;
                return null;
            default:
                return ReadWord();
        }
    }

    private List<object?> ReadList()
    {
        var list = new List<object?>();
        for (SkipBlanks(); Peek() is not (')' or '\0'); SkipBlanks())
        {
            list.Add(ReadValue());
        }

        _at++;
        return list;
    }

    private PostgresNode ReadNode()
    {
        var tag = ReadWord();
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (SkipBlanks(); Peek() is not ('}' or '\0'); SkipBlanks())
        {
            var field = ReadWord();
            SkipBlanks();
            if (Peek() is not (':' or '}'))
            {
                fields[field[1..]] = ReadValue();
            }

            // The bytes of a constant follow their number: `5 [ 20 0 0 0 113 ]`.
            for (SkipBlanks(); Peek() is not (':' or '}' or '\0'); SkipBlanks())
            {
                ReadValue();
            }
        }

        _at++;
        return new(tag, fields);
    }

    private string ReadWord()
    {
        var word = new StringBuilder();
        var isQuoted = Peek() == '"';
        _at += isQuoted ? 1 : 0;
        while (Peek() is var next and not '\0' && (isQuoted ? next != '"' : !char.IsWhiteSpace(next) && next is not ('(' or ')' or '{' or '}')))
        {
            _at += next == '\\' && _at + 1 < _text.Length ? 1 : 0;
            word.Append(_text[_at++]);
        }

        _at += isQuoted ? 1 : 0;
        return word.ToString();
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private readonly char Peek() => _at < _text.Length ? _text[_at] : '\0';
}
