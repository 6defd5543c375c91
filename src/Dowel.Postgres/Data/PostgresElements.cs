using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>Writes the elements of a list one by one.</summary>
internal static class PostgresElements
{
    /// <summary>Writes all of a list, without an enumerator where there is an index.</summary>
    public static void Write<T, TElement, TSink>(IReadOnlyCollection<T> values, ref PostgresWriter<TSink> writer)
        where TElement : struct, IElement<T>
        where TSink : struct, IPostgresSink
    {
        if (values is IReadOnlyList<T> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                TElement.Write(list[i], ref writer);
            }

            return;
        }

        foreach (var value in values)
        {
            TElement.Write(value, ref writer);
        }
    }
}
