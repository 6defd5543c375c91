namespace Dowel.Generator;

/// <summary>What a part of a template becomes.</summary>
internal enum QueryPartKind
{
    /// <summary>Itself.</summary>
    Text,

    /// <summary>One brace.</summary>
    Brace,

    /// <summary>A numbered parameter.</summary>
    Parameter,

    /// <summary><c>in (@list)</c> or <c>not in (@list)</c>: a test against a collection, or plain SQL where the parameter is none.</summary>
    ListTest,

    /// <summary>What its word in braces stands for.</summary>
    Braced,

    /// <summary>The owner's rows of a table, or the condition that a row is the owner's.</summary>
    Owned,

    /// <summary>Nothing: an optional fragment begins.</summary>
    OpenFragment,

    /// <summary>Nothing: an optional fragment ends.</summary>
    CloseFragment,
}
