using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>An enum that is stored as its number.</summary>
[AsNumber]
public enum Size : byte
{
    /// <summary>1.</summary>
    Small = 1,

    /// <summary>255.</summary>
    Large = 255,
}
