namespace Dowel.Generator;

/// <summary>What a row becomes.</summary>
internal enum RowForm
{
    /// <summary>The repository's record.</summary>
    Record,

    /// <summary>Another record or class.</summary>
    Object,

    /// <summary>A tuple.</summary>
    Tuple,

    /// <summary>The value of its only column.</summary>
    Scalar,
}
