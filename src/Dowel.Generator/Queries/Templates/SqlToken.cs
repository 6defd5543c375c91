namespace Dowel.Generator;

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in its text, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is this word, in any case.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="text">The text that it is of.</param>
    public bool Is(string word, string text) =>
        Kind == SqlTokenKind.Word && Length == word.Length && string.Compare(text, Start, word, 0, Length, StringComparison.OrdinalIgnoreCase) == 0;
}
