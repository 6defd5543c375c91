using System.Collections;

namespace Dowel.Conformance;

/// <summary>Items that are made when they are asked for.</summary>
internal sealed class Lazily<T>(IEnumerable<T> items, int count) : IReadOnlyCollection<T>
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
