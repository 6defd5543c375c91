namespace Dowel.Cli;

/// <summary>The engine behind an address.</summary>
internal enum DatabaseKind
{
    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}
