namespace Dowel.Data;

/// <summary>What becomes of rows whose parent is deleted.</summary>
public enum DeleteRule
{
    /// <summary>The parent cannot be deleted while they are there.</summary>
    Restrict,

    /// <summary>They go with it.</summary>
    Cascade,

    /// <summary>Their reference becomes null.</summary>
    SetNull,
}
