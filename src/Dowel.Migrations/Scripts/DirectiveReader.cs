namespace Dowel.Migrations;

/// <summary>Reads the lines <c>-- dowel: name=value, …</c> that stand before the first statement of a script; used once.</summary>
internal sealed class DirectiveReader
{
    private const string Marker = "dowel:";

    private readonly string _path;
    private readonly string _text;
    private readonly int _firstLine;
    private readonly Dialect _dialect;
    private readonly List<DowelError> _errors;
    private readonly HashSet<string> _seen = [];
    private ScriptDirectives _directives;

    /// <summary>Prepares a reader for one script; what it asks for is added to what its layout's own marks ask for.</summary>
    public DirectiveReader(string path, ScriptSection section, Dialect dialect, List<DowelError> errors)
    {
        (_path, _dialect, _errors) = (path, dialect, errors);
        (_text, _firstLine, _directives) = (section.Text, section.FirstLine, section.Asked);
    }

    /// <summary>Reads what the first lines ask for and reports such lines further down.</summary>
    public ScriptDirectives Read()
    {
        if (_text.Contains(Marker, StringComparison.OrdinalIgnoreCase))
        {
            RefuseLate(ReadHead());
        }

        return _directives;
    }

    // The head is blanks and comments; the answer is where it ends.
    private int ReadHead()
    {
        var at = 0;
        while (true)
        {
            at += _text.AsSpan(at).IndexOfAnyExcept(" \t\r\n\f") is var blanks and >= 0 ? blanks : _text.Length - at;
            var rest = _text.AsSpan(at);
            if (rest.StartsWith("--"))
            {
                var length = rest.IndexOf('\n') is var end and >= 0 ? end : rest.Length;
                ReadLine(at, at + length);
                at += length;
            }
            else if (rest.StartsWith("/*") && rest[2..].IndexOf("*/") is var close and >= 0)
            {
                at += close + 4;
            }
            else
            {
                return at;
            }
        }
    }

    private void ReadLine(int start, int end)
    {
        var at = SkipBlanks(start + 2, end);
        if (!_text.AsSpan(at, end - at).StartsWith(Marker, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var count = 0;
        for (at = SkipBlanks(at + Marker.Length, end); at < end; at = SkipBlanks(at, end), count++)
        {
            var length = _text.AsSpan(at, end - at).IndexOfAny(" \t\r,") is var stop and >= 0 ? stop : end - at;
            ReadItem(_text.Substring(at, length), at);
            at += length;
        }

        if (count == 0)
        {
            _errors.Add(LoadErrors.NoDirective(Place(start)));
        }
    }

    private int SkipBlanks(int at, int end)
    {
        while (at < end && _text[at] is ' ' or '\t' or '\r' or ',')
        {
            at++;
        }

        return at;
    }

    private void ReadItem(string item, int at)
    {
        var equals = item.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? item : item[..equals]).ToLowerInvariant();
        var value = equals < 0 ? "" : item[(equals + 1)..];
        if (!DirectiveNames.Values.ContainsKey(name))
        {
            _errors.Add(LoadErrors.UnknownDirective(Place(at), name));
        }
        else if (!_seen.Add(name))
        {
            _errors.Add(LoadErrors.RepeatedDirective(Place(at), name));
        }
        else if (Apply(name, value) is { } directives)
        {
            _directives = directives;
        }
        else
        {
            _errors.Add(LoadErrors.BadDirectiveValue(Place(at), name, value));
        }
    }

    private ScriptDirectives? Apply(string name, string value) => (name, value.ToLowerInvariant()) switch
    {
        (DirectiveNames.Transaction, "none") => _directives with { WithoutTransaction = true },
        (DirectiveNames.Repeat, "always") => _directives with { RepeatAlways = true },
        (DirectiveNames.OutOfOrder, "allow") => _directives with { OutOfOrderAllowed = true },
        (DirectiveNames.LockTimeout, _) when DowelDuration.TryParse(value, out var wait) => _directives with { LockTimeout = wait },
        (DirectiveNames.Only, var only) when DialectNames.All.Contains(only) => _directives with { Only = only },
        _ => null,
    };

    // The words count only where the engine's own lexer sees a comment start: they may also stand in a string.
    private void RefuseLate(int from)
    {
        IReadOnlyList<TextSpan>? quoted = null;
        for (var at = from; (at = _text.IndexOf(Marker, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += Marker.Length)
        {
            var before = _text.AsSpan(from, at - from).TrimEnd(" \t");
            var start = from + before.Length - 2;
            if (before.EndsWith("--") && (quoted ??= _dialect.FindQuoted(_text)).Any(span => span.Start == start))
            {
                _errors.Add(LoadErrors.LateDirective(Place(start)));
            }
        }
    }

    private SourceLocation Place(int offset) => new LineIndex(_text, _firstLine).Locate(_path, offset);
}
