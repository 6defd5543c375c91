namespace Dowel.Generator;

/// <summary>What a parameter of a method is for.</summary>
internal enum ParameterRole
{
    /// <summary>A value of the statement's.</summary>
    Value,

    /// <summary>It stops the method.</summary>
    Cancellation,

    /// <summary>It asks for a page by offset.</summary>
    Page,

    /// <summary>It asks for a page by cursor.</summary>
    Cursor,
}
