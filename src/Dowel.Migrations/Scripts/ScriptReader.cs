namespace Dowel.Migrations;

/// <summary>Reads named files into scripts and collects what is wrong with their text.</summary>
internal sealed class ScriptReader
{
    private readonly Layout _layout;
    private readonly Dialect _dialect;
    private readonly List<DowelError> _errors;

    /// <summary>Prepares a reader for one layout and database.</summary>
    public ScriptReader(Layout layout, Dialect dialect, List<DowelError> errors) => (_layout, _dialect, _errors) = (layout, dialect, errors);

    /// <summary>Reads a file's scripts; none where it cannot be read, and without those for another database only.</summary>
    public IEnumerable<Script> Read(NamedScript named)
    {
        if (named.Origin.Content is not { Text: { } text })
        {
            _errors.Add(named.Origin.Content.Fault!);
            return [];
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            _errors.Add(LoadErrors.Empty(named.Path));
            return [];
        }

        var isWhole = named.Name.Kind.IsHook && _layout is SectionedLayout;
        if (FindForeignMark(named.Path, text, isWhole) is { } foreign)
        {
            _errors.Add(foreign);
            return [];
        }

        var file = new NamedText(named, text);
        return (isWhole ? [ScriptSection.Whole(file)] : _layout.Cut(file, _errors))
            .Select(section => Read(file, section)).OfType<Script>();
    }

    private Script? Read(NamedText file, ScriptSection section)
    {
        var named = file.Script;
        var directives = new DirectiveReader(named.Path, section, _dialect, _errors).Read();
        if (directives.RepeatAlways && section.Kind != ScriptKind.Repeatable)
        {
            _errors.Add(LoadErrors.RepeatedVersion(file.At(section.FirstLine)));
        }

        if (directives.Only is { } only && only != _dialect.Name)
        {
            return null;
        }

        FindUnended(named.Path, section);
        return new()
        {
            Kind = section.Kind,
            Version = named.Name.Version,
            Description = named.Name.Description,
            Path = named.Path,
            Text = section.Text,
            FileText = file.Text,
            FirstLine = section.FirstLine,
            KeepsTokens = section.KeepsTokens,
            Directives = directives,
        };
    }

    // A way down that is a comment to this layout would be run as part of the way up.
    private DowelError? FindForeignMark(string path, string text, bool isWhole)
    {
        foreach (var mark in ToolMark.All)
        {
            if ((isWhole || mark.Layout != _layout.Name) && mark.FindIn(text) is var at and >= 0)
            {
                var place = new LineIndex(text).Locate(path, at);
                return LayoutErrors.ForeignMark(place, mark, _layout.Name);
            }
        }

        return null;
    }

    // The tool ends a statement at its mark; here it would go on and take the next one in.
    private void FindUnended(string path, ScriptSection section)
    {
        if (section.Ends.Count == 0)
        {
            return;
        }

        var statements = _dialect.Split(section.Text).Statements;
        foreach (var end in section.Ends)
        {
            if (statements.FirstOrDefault(one => one.Start < end && end < one.End) is { } open
                && ScriptSection.HasCode(section.Text.AsSpan(end..open.End)))
            {
                _errors.Add(LayoutErrors.Unended(new LineIndex(section.Text, section.FirstLine).Locate(path, end)));
            }
        }
    }
}
