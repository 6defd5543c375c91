namespace Dowel.Sqlite;

/// <summary>What a token of SQLite's SQL is, as far as splitting, classifying and pointing need to know.</summary>
internal enum SqliteTokenKind
{
    /// <summary>The text is over.</summary>
    End,

    /// <summary>A keyword or a bare identifier.</summary>
    Word,

    /// <summary>A name in <c>"…"</c>, <c>`…`</c> or <c>[…]</c>.</summary>
    QuotedName,

    /// <summary>A string <c>'…'</c> or a blob <c>x'…'</c>.</summary>
    String,

    /// <summary>A number, letters that touch its end included.</summary>
    Number,

    /// <summary>A parameter: <c>?1</c>, <c>:a</c>, <c>@a</c>, <c>#a</c>, <c>$a::b(c)</c>.</summary>
    Parameter,

    /// <summary>An operator or any other character.</summary>
    Symbol,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A comment, <c>--</c> without its line end or <c>/* */</c>.</summary>
    Comment,

    /// <summary>A quote that the text never closes; it reaches to the end of the text.</summary>
    Unterminated,
}
