using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>Puts values into a statement's parameters, one after another.</summary>
internal struct PostgresParameterSink(PostgresParameters parameters, int first = 0) : IPostgresSink
{
    private int _index = first;

    /// <summary>How many parameters there are so far.</summary>
    public readonly int Count => _index;

    /// <inheritdoc/>
    public void Put<T>(T value, ValueKind kind) => parameters.Put(_index++, value, kind);

    /// <inheritdoc/>
    public void PutNull(ValueKind kind) => parameters.PutNull(_index++, PostgresKinds.TypeOf(kind));

    /// <inheritdoc/>
    public void PutNullList(ValueKind kind) => parameters.PutNull(_index++, PostgresKinds.ArrayOf(kind));

    /// <inheritdoc/>
    public void PutList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T>
    {
        var column = parameters.Column(_index, kind);
        var elements = new PostgresWriter<PostgresElementSink>(new(column));
        column.Clear();
        PostgresElements.Write<T, TElement, PostgresElementSink>(values, ref elements);
        parameters.PutColumn(_index++);
    }
}
