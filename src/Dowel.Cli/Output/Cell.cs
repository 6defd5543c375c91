namespace Dowel.Cli;

/// <summary>A piece of text in a table.</summary>
/// <param name="Text">The text, one line.</param>
/// <param name="Tone">Its colour.</param>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>How many characters a terminal gives it.</summary>
    public int Width => Text.EnumerateRunes().Count();

    /// <summary>A cell without colour; empty for null.</summary>
    public static implicit operator Cell(string? text) => new(text ?? "");

    /// <summary>The cell with at most so many characters, the last one an ellipsis where some are missing.</summary>
    public Cell Cut(int width) => Width <= width
        ? this
        : this with { Text = string.Concat(Text.EnumerateRunes().Take(width - 1)).TrimEnd() + "…" };
}
