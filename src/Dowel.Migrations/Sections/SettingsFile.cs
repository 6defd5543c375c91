namespace Dowel.Migrations;

/// <summary>Reads files of lines <c>name = value</c>, with comments behind <c>#</c>.</summary>
internal static class SettingsFile
{
    /// <summary>Reads a file's settings in order; none where there is no file or it cannot be read.</summary>
    public static IReadOnlyList<ToolSetting> Read(SourcedFile? file, List<DowelError> errors)
    {
        if (file is null)
        {
            return [];
        }

        if (file.Content.Fault is { } fault)
        {
            errors.Add(fault);
        }

        var settings = new List<ToolSetting>();
        var line = 0;
        foreach (var text in (file.Content.Text ?? "").AsSpan().EnumerateLines())
        {
            line++;
            var content = text.Trim();
            if (content.IsEmpty || content[0] == '#')
            {
                continue;
            }

            var equals = content.IndexOf('=');
            var name = equals < 0 ? content : content[..equals].TrimEnd();
            var value = equals < 0 ? [] : WithoutComment(content[(equals + 1)..]).Trim();
            settings.Add(new(name.ToString(), value.ToString(), new(file.File.Path, line, 1)));
        }

        return settings;
    }

    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> value) =>
        value.IndexOf(" #") is var comment and >= 0 ? value[..comment] : value;
}
