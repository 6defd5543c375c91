using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>A kind of database that contracts are tried on.</summary>
public abstract class Engine
{
    /// <summary>SQLite, in a file of its own for each database.</summary>
    public static Engine Sqlite { get; } = new SqliteEngine();

    /// <summary>PostgreSQL, in a database of its own for each one.</summary>
    public static Engine Postgres { get; } = new PostgresEngine();

    /// <summary>The dialect of its scripts.</summary>
    public abstract Dialect Dialect { get; }

    /// <summary>A statement that runs for half a minute and changes nothing.</summary>
    public abstract string Slow { get; }

    /// <summary>Makes an empty database that is gone when it is disposed.</summary>
    public abstract Task<TestDatabase> CreateAsync();
}
