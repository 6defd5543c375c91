namespace Dowel.Cli;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether its cells stand at the right.</param>
internal readonly record struct Column(string Title, bool IsNumber = false)
{
    /// <summary>What becomes of it where the terminal is narrow.</summary>
    public Squeeze Squeeze { get; init; }
}
