namespace Dowel.Postgres;

/// <summary>What sort of thing the lexer has read.</summary>
internal enum PostgresTokenKind : byte
{
    /// <summary>The end of the text; zero characters long.</summary>
    End,

    /// <summary>A keyword or an unquoted identifier.</summary>
    Word,

    /// <summary><c>"name"</c> or <c>U&amp;"name"</c>.</summary>
    QuotedName,

    /// <summary>A string in single quotes, with its prefix and with all parts of a continued escape string.</summary>
    String,

    /// <summary><c>$tag$ … $tag$</c>.</summary>
    DollarString,

    /// <summary><c>$1</c>.</summary>
    Parameter,

    /// <summary><c>(</c>.</summary>
    Open,

    /// <summary><c>)</c>.</summary>
    Close,

    /// <summary><c>;</c>.</summary>
    Semicolon,

    /// <summary><c>\</c>, which means something to psql only.</summary>
    Backslash,

    /// <summary>A comment of either kind, without the line's end.</summary>
    Comment,

    /// <summary>A run of digits, one character of an operator, or any other character.</summary>
    Symbol,

    /// <summary>A quote, comment or body that is never closed; it reaches to the end of the text.</summary>
    Unterminated,
}
