namespace Dowel.Migrations;

/// <summary>Cuts a file into the section that makes a version and the one that takes it back; used once.</summary>
/// <remarks>Lines count, not statements: so do the tools whose files these are. No line is lost: each is a mark, or in a section, or a comment before the first.</remarks>
internal sealed class SectionCutter
{
    private readonly NamedText _file;
    private readonly SectionedLayout _layout;
    private readonly List<DowelError> _errors;
    private readonly int _errorsBefore;
    private readonly List<ScriptSection> _sections = [];
    private readonly List<int> _ends = [];
    private ScriptSection? _open;
    private int _start;
    private int _strayLine;
    private int _statementLine;
    private bool _replacesVariables;
    private bool _isWithoutTransaction;
    private bool _isDisordered;

    /// <summary>Prepares to cut a file.</summary>
    public SectionCutter(NamedText file, SectionedLayout layout, List<DowelError> errors)
    {
        (_file, _layout, _errors) = (file, layout, errors);
        _errorsBefore = errors.Count;
    }

    /// <summary>Cuts; nothing is left where something is wrong.</summary>
    public IReadOnlyList<ScriptSection> Cut()
    {
        var text = _file.Text;
        for (int at = 0, line = 1; at < text.Length; line++)
        {
            var next = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
            Take(new(at, next - at), line);
            at = next;
        }

        CloseStatement();
        CloseSection(text.Length);
        if (_sections.Count == 0)
        {
            _errors.Add(LayoutErrors.NoSection(_file.At(1), _layout));
        }

        return _errors.Count > _errorsBefore ? [] : Finish();
    }

    private List<ScriptSection> Finish() => _isWithoutTransaction
        ? _sections.ConvertAll(section => section with { Asked = section.Asked with { WithoutTransaction = true } })
        : _sections;

    private void Take(TextSpan span, int line)
    {
        var text = _file.Text.AsSpan(span.Start, span.Length);
        var isComment = text.TrimStart().StartsWith("--");
        if (isComment && _layout.ReadMark(text.TrimEnd().ToString()) is { } mark)
        {
            TakeMark(mark, span, line);
        }
        else if (_open is null)
        {
            TakePreamble(text, isComment, line);
        }
        else if (_replacesVariables && !isComment && text.Contains('$'))
        {
            _errors.Add(LayoutErrors.EnvironmentVariables(_file.At(line)));
        }
    }

    private void TakePreamble(ReadOnlySpan<char> text, bool isComment, int line)
    {
        if (!isComment && !text.IsWhiteSpace())
        {
            _strayLine = _strayLine == 0 ? line : _strayLine;
        }
        else if (text.TrimStart(" \t-").StartsWith("dowel:", StringComparison.OrdinalIgnoreCase))
        {
            _errors.Add(LayoutErrors.DirectiveBeforeSection(_file.At(line), _layout));
        }
    }

    private void TakeMark(SectionMark mark, TextSpan span, int line)
    {
        switch (mark.Kind)
        {
            case SectionMarkKind.Up or SectionMarkKind.Down:
                OpenSection(mark, span, line);
                break;
            case SectionMarkKind.StatementBegin or SectionMarkKind.StatementEnd:
                TakeStatement(mark.Kind, span.Start, line);
                break;
            case SectionMarkKind.NoTransaction:
                _isWithoutTransaction = true;
                break;
            case SectionMarkKind.EnvironmentOn or SectionMarkKind.EnvironmentOff:
                _replacesVariables = mark.Kind == SectionMarkKind.EnvironmentOn;
                break;
            default:
                _errors.Add(LayoutErrors.UnknownMark(_file.At(line), _layout, _file.Text.AsSpan(span.Start, span.Length).Trim().ToString()));
                break;
        }
    }

    private void OpenSection(SectionMark mark, TextSpan span, int line)
    {
        if (_open is null && _strayLine > 0)
        {
            _errors.Add(LayoutErrors.CodeBeforeSection(_file.At(_strayLine), _layout));
        }

        CloseStatement();
        CloseSection(span.Start);
        var isUp = mark.Kind == SectionMarkKind.Up;
        // One error a file: once the order is lost, each further mark would be wrong as well.
        if (!_isDisordered && _sections.Count != (isUp ? 0 : 1))
        {
            _isDisordered = true;
            _errors.Add(LayoutErrors.SectionOrder(_file.At(line), _layout));
        }

        _open = new(isUp ? ScriptKind.Versioned : ScriptKind.Undo, "", line + 1)
        {
            Asked = ScriptDirectives.None with { WithoutTransaction = mark.WithoutTransaction },
        };
        _start = span.End;
    }

    private void TakeStatement(SectionMarkKind kind, int at, int line)
    {
        var begins = kind == SectionMarkKind.StatementBegin;
        if (_open is null || begins == _statementLine > 0)
        {
            _errors.Add(LayoutErrors.UnbalancedStatement(_file.At(line)));
        }

        _statementLine = begins ? line : 0;
        _ends.Add(at - _start);
    }

    private void CloseStatement()
    {
        if (_statementLine > 0)
        {
            _errors.Add(LayoutErrors.UnbalancedStatement(_file.At(_statementLine)));
            _statementLine = 0;
        }
    }

    private void CloseSection(int end)
    {
        if (_open is { } open)
        {
            _sections.Add(open with { Text = _file.Text[_start..end], Ends = [.. _ends] });
            _ends.Clear();
        }
    }
}
