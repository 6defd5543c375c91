namespace Dowel.Postgres;

/// <summary>One word, string, comment or symbol of a text.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Start">Its first character, in UTF-16 units from 0.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
internal readonly record struct PostgresToken(PostgresTokenKind Kind, int Start, int Length)
{
    /// <summary>The character behind the last one.</summary>
    public int End => Start + Length;

    /// <summary>The token's characters.</summary>
    /// <param name="text">The text that the token was read from.</param>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>Whether the token is this unquoted word, in whatever case.</summary>
    public bool Is(string word, ReadOnlySpan<char> text) =>
        Kind == PostgresTokenKind.Word && Length == word.Length && Of(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
