namespace Dowel.Data;

/// <summary>Rows that follow a place in a list.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="Next">The place after the last of them, opaque and fit for a URL; null where no rows follow.</param>
public sealed record CursorPage<T>(IReadOnlyList<T> Items, string? Next);
