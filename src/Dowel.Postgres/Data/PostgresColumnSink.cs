using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>Adds an item's values to the columns, one to each.</summary>
internal struct PostgresColumnSink(PostgresParameters parameters) : IPostgresSink
{
    private int _index;

    /// <summary>How many columns the last item had.</summary>
    public readonly int Count => _index;

    /// <summary>Whether an item had an array, which has no place in a column.</summary>
    public bool HasLists { get; private set; }

    /// <summary>Goes back to the first column for the next item.</summary>
    public void Restart() => _index = 0;

    /// <inheritdoc/>
    public void Put<T>(T value, ValueKind kind) => ((PostgresColumn<T>)parameters.Column(_index++, kind)).Add(value);

    /// <inheritdoc/>
    public void PutNull(ValueKind kind) => parameters.Column(_index++, kind).AddNull();

    /// <inheritdoc/>
    public void PutNullList(ValueKind kind) => HasLists = true;

    // Unnest takes arrays of arrays apart to their last elements.
    /// <inheritdoc/>
    public void PutList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T> => HasLists = true;
}
