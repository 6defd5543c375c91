namespace Dowel.Schema;

/// <summary>How values of two types are spelled alike.</summary>
internal enum KeptSpelling
{
    /// <summary>As they are.</summary>
    Exact,

    /// <summary>As numbers, whose last digits may be noughts.</summary>
    Number,

    /// <summary>Without the blanks that a type of fixed length puts behind.</summary>
    Padded,
}
