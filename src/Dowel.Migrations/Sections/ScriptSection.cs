namespace Dowel.Migrations;

/// <summary>The part of a file that is one script.</summary>
/// <param name="Kind">What the script is for.</param>
/// <param name="Text">Its text: whole lines of the file.</param>
/// <param name="FirstLine">The file's line at which the text begins, from 1.</param>
internal sealed record ScriptSection(ScriptKind Kind, string Text, int FirstLine)
{
    /// <summary>What the layout's own marks and settings ask for.</summary>
    public ScriptDirectives Asked { get; init; } = ScriptDirectives.None;

    /// <summary>Places in the text at which the tool of the layout ends a statement, semicolon or not.</summary>
    public IReadOnlyList<int> Ends { get; init; } = [];

    /// <summary>Whether <c>${name}</c> is no token here.</summary>
    public bool KeepsTokens { get; init; }

    /// <summary>A whole file as one script.</summary>
    public static ScriptSection Whole(NamedText file) => new(file.Script.Name.Kind, file.Text, 1);

    /// <summary>Whether a text has a line that is neither blank nor a comment of one line.</summary>
    public static bool HasCode(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            var content = line.TrimStart();
            if (!content.IsEmpty && !content.StartsWith("--"))
            {
                return true;
            }
        }

        return false;
    }
}
