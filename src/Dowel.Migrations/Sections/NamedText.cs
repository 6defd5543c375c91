namespace Dowel.Migrations;

/// <summary>A named file with its text, to be cut into scripts.</summary>
/// <param name="Script">The file and what its name says.</param>
/// <param name="Text">The whole text, without byte order mark.</param>
internal readonly record struct NamedText(NamedScript Script, string Text)
{
    /// <summary>The first line, without its end.</summary>
    public ReadOnlySpan<char> FirstLine => Text.AsSpan(0, Text.IndexOf('\n') is var end and >= 0 ? end : Text.Length);

    /// <summary>The start of a line.</summary>
    /// <param name="line">From 1.</param>
    public SourceLocation At(int line) => new(Script.Path, line, 1);
}
