using Dowel.Data;

namespace SystemsHost;

/// <summary>A part of a list, found by how many items come before it.</summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="Values">The items, in the list's order.</param>
/// <param name="HasMore">Whether more come after them.</param>
/// <param name="Total">How many the whole list has; null unless they were asked to be counted.</param>
internal sealed record CountedItems<T>(IReadOnlyList<T> Values, bool HasMore, long? Total)
{
    /// <summary>Turns a repository's page into what is answered.</summary>
    /// <typeparam name="TRow">What a row is.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="view">What is shown of a row.</param>
    /// <returns>The items.</returns>
    public static CountedItems<T> Of<TRow>(Page<TRow> page, Func<TRow, T> view) => new([.. page.Items.Select(view)], page.HasMore, page.Total);
}
