using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>Adds the elements of one array to a column.</summary>
internal readonly struct PostgresElementSink(PostgresColumn column) : IPostgresSink
{
    /// <inheritdoc/>
    public void Put<T>(T value, ValueKind kind) => ((PostgresColumn<T>)column).Add(value);

    /// <inheritdoc/>
    public void PutNull(ValueKind kind) => column.AddNull();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is no array of arrays.</exception>
    public void PutNullList(ValueKind kind) => throw new NotSupportedException("An array of arrays is not supported.");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: there is no array of arrays.</exception>
    public void PutList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T> => throw new NotSupportedException("An array of arrays is not supported.");
}
