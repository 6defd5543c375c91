namespace Dowel.Migrations;

/// <summary>What a person says of a statement that is in doubt.</summary>
public enum Settlement
{
    /// <summary>Nothing; it stays in doubt.</summary>
    None,

    /// <summary>Its work is there.</summary>
    Done,

    /// <summary>Its work is not there, or may be done again.</summary>
    Redo,
}
