using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>An enum that is stored as text.</summary>
public enum Shade
{
    /// <summary>Stored as <c>pale</c>.</summary>
    Pale,

    /// <summary>Stored as it says.</summary>
    [Label("pitch-black")]
    PitchBlack,
}
