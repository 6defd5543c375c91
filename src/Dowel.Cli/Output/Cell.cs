namespace Dowel.Cli;

/// <summary>A piece of text in a table.</summary>
/// <param name="Text">The text, one line.</param>
/// <param name="Tone">Its colour.</param>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>A cell without colour; empty for null.</summary>
    public static implicit operator Cell(string? text) => new(text ?? "");
}
