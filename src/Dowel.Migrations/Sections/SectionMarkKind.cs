namespace Dowel.Migrations;

/// <summary>What a line of a file of several sections says.</summary>
internal enum SectionMarkKind
{
    /// <summary>The section that makes the version begins.</summary>
    Up,

    /// <summary>The section that takes it back begins.</summary>
    Down,

    /// <summary>A statement begins whose semicolons are its own.</summary>
    StatementBegin,

    /// <summary>Such a statement ends.</summary>
    StatementEnd,

    /// <summary>Nothing of the file runs in a transaction.</summary>
    NoTransaction,

    /// <summary>From here the environment's variables are put into the text.</summary>
    EnvironmentOn,

    /// <summary>From here they are not.</summary>
    EnvironmentOff,

    /// <summary>The line is meant for the tool, and nobody knows what it says.</summary>
    Unknown,
}
