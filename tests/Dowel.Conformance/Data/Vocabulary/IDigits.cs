namespace Dowel.Conformance;

/// <summary>The digits of a column of decimal numbers.</summary>
internal interface IDigits
{
    /// <summary>All of them.</summary>
    static abstract int Precision { get; }

    /// <summary>Those after the point.</summary>
    static abstract int Scale { get; }
}
