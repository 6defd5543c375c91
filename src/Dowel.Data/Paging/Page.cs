namespace Dowel.Data;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="HasMore">Whether rows follow.</param>
/// <param name="Total">How many rows there are on all pages; null unless it was asked for.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, bool HasMore, long? Total);
