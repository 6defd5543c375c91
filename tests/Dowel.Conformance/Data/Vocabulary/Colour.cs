namespace Dowel.Conformance;

/// <summary>An enum that is stored as text.</summary>
internal enum Colour
{
    /// <summary>One whose label is its name.</summary>
    Red,

    /// <summary>One whose label is not.</summary>
    SkyBlue,

    /// <summary>One without a label.</summary>
    Unnamed,
}
