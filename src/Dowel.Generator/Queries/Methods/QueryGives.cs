namespace Dowel.Generator;

/// <summary>What a method makes of its statement's result.</summary>
internal enum QueryGives
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>How many rows were changed.</summary>
    Affected,

    /// <summary>Whether any row was changed.</summary>
    Changed,

    /// <summary>The one row that there is sure to be.</summary>
    One,

    /// <summary>The first row, or null.</summary>
    OneOrNone,

    /// <summary>All rows.</summary>
    List,

    /// <summary>The rows one by one.</summary>
    Stream,

    /// <summary>A page by offset.</summary>
    Page,

    /// <summary>A page by cursor.</summary>
    CursorPage,
}
