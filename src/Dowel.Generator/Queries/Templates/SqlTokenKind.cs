namespace Dowel.Generator;

/// <summary>What a piece of SQL is, as far as templates care.</summary>
internal enum SqlTokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A name, a keyword or a number.</summary>
    Word,

    /// <summary>A string, a quoted name or the body of a dollar quote.</summary>
    Quoted,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A parameter of the method: <c>@name</c>.</summary>
    Parameter,

    /// <summary>A parameter as only the engine writes it: <c>?1</c>, <c>$1</c>, <c>:name</c>.</summary>
    ForeignParameter,

    /// <summary><c>(</c>.</summary>
    Open,

    /// <summary><c>)</c>.</summary>
    Close,

    /// <summary><c>;</c>.</summary>
    Semicolon,

    /// <summary>A word in braces: <c>{columns}</c>, <c>{columns:a}</c>.</summary>
    Braced,

    /// <summary><c>{?</c>, where an optional fragment begins.</summary>
    OpenFragment,

    /// <summary>A <c>{</c> that nothing of this follows.</summary>
    OpenBrace,

    /// <summary><c>}</c>, where an optional fragment ends.</summary>
    CloseBrace,

    /// <summary><c>{{</c> or <c>}}</c>, which stand for one brace.</summary>
    DoubledBrace,

    /// <summary>An operator, or any other character.</summary>
    Symbol,

    /// <summary>A string, a quoted name, a dollar quote or a comment that is never closed; it takes the rest of the text.</summary>
    Unterminated,
}
