namespace Dowel.Generator;

/// <summary>Why a type has no place in a database.</summary>
internal enum TypeProblem
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>It is none of the types that Dowel stores.</summary>
    Unsupported,

    /// <summary>A decimal number says nothing about its digits.</summary>
    NoPrecision,

    /// <summary>A decimal number has more digits than there can be, or more after the point than there are.</summary>
    PrecisionBounds,

    /// <summary>The type that <c>[Json]</c> names is no serializer context.</summary>
    NoJsonContext,

    /// <summary>The serializer context that <c>[Json]</c> names does not name the type.</summary>
    NotSerializable,

    /// <summary><c>[Json]</c> names nothing, or might be another library's attribute; the compiler tells that too.</summary>
    BrokenJson,

    /// <summary>Two members of an enum have one label.</summary>
    SameLabel,

    /// <summary>An attribute stands on a type that it means nothing for.</summary>
    Misplaced,

    /// <summary>Nullable annotations are off, so nobody can tell whether it may be null.</summary>
    Oblivious,
}
