using System.Collections;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>More numbers than anybody can insert.</summary>
internal sealed class EndlessItems : IReadOnlyCollection<long>
{
    public int Count => int.MaxValue;

    public IEnumerator<long> GetEnumerator()
    {
        for (var i = 0L; ; i++)
        {
            yield return i;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
