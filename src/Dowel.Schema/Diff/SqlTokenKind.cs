namespace Dowel.Schema;

/// <summary>What a token of SQL is, as far as names are concerned.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>A name in double quotes or backticks.</summary>
    QuotedName,

    /// <summary>A string, a number, a comment, a body between dollars, one character of an operator.</summary>
    Other,
}
