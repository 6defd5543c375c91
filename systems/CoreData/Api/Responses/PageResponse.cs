using Dowel.Data;

namespace CoreData;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="Next">The place after them, to be sent as <c>after</c>; null where no rows follow.</param>
public sealed record PageResponse<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Writes down a page.</summary>
    /// <typeparam name="TRow">What a row was.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="write">Writes down a row.</param>
    /// <returns>The page as it is sent.</returns>
    internal static PageResponse<T> Of<TRow>(CursorPage<TRow> page, Func<TRow, T> write) => new([.. page.Items.Select(write)], page.Next);
}
