using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>Where checked values go: a statement's parameters, columns to be unnested, the elements of an array, or <c>copy</c>'s rows.</summary>
internal interface IPostgresSink
{
    /// <summary>Takes the next value, in the type that is the kind's raw form on the wire.</summary>
    void Put<T>(T value, ValueKind kind);

    /// <summary>Takes a null.</summary>
    void PutNull(ValueKind kind);

    /// <summary>Takes a null in the place of a list.</summary>
    void PutNullList(ValueKind kind);

    /// <summary>Takes an array.</summary>
    void PutList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T>;
}
