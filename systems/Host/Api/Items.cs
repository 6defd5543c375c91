using Dowel.Data;

namespace SystemsHost;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="Values">The items, in the list's order.</param>
/// <param name="Next">The place after them, for the next request; null at the end of the list.</param>
internal sealed record Items<T>(IReadOnlyList<T> Values, string? Next)
{
    /// <summary>Turns a repository's page into what is answered.</summary>
    /// <typeparam name="TRow">What a row is.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="view">What is shown of a row.</param>
    /// <returns>The items.</returns>
    public static Items<T> Of<TRow>(CursorPage<TRow> page, Func<TRow, T> view) => new([.. page.Items.Select(view)], page.Next);
}
