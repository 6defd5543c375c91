namespace Dowel.Data;

/// <summary>The engines that Dowel speaks to.</summary>
public enum DatabaseEngine
{
    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}
