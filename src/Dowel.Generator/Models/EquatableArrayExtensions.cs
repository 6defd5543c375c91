namespace Dowel.Generator;

/// <summary>Makes arrays that compare by their items.</summary>
internal static class EquatableArrayExtensions
{
    /// <summary>Keeps the items of a sequence.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The array.</returns>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items);
}
