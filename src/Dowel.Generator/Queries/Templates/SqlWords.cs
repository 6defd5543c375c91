namespace Dowel.Generator;

/// <summary>Whose rules a text is read by.</summary>
internal enum SqlWords
{
    /// <summary>Both engines': a text that they share.</summary>
    Both,

    /// <summary>SQLite's.</summary>
    Sqlite,

    /// <summary>PostgreSQL's.</summary>
    Postgres,
}
