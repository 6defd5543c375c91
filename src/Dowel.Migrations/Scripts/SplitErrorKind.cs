namespace Dowel.Migrations;

/// <summary>What sort of thing kept a script from being split.</summary>
public enum SplitErrorKind
{
    /// <summary>A quote, comment, body or block of rows is opened and never closed.</summary>
    Unterminated,

    /// <summary>A command of the psql client that has no meaning to the server.</summary>
    MetaCommand,

    /// <summary>A character at which the engine would stop reading, so that the rest would be lost: NUL.</summary>
    IllegalCharacter,
}
