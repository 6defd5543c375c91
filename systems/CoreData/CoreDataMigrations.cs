using System.Reflection;

namespace CoreData;

/// <summary>Where the scripts of the core data schema are.</summary>
public static class CoreDataMigrations
{
    /// <summary>What the database is called among those of a service: the key that it is registered under.</summary>
    public const string DatabaseName = "core_data";

    /// <summary>What the names of the embedded scripts start with.</summary>
    public const string ResourcePrefix = "migrations/";

    /// <summary>The name of the history table.</summary>
    public const string HistoryTable = "schema_history";

    /// <summary>The PostgreSQL schema that the tables are in unless another is asked for.</summary>
    public const string DefaultSchema = "core_data";

    /// <summary>Whether the scripts use tokens, which pairs do not by themselves.</summary>
    public const bool UsesTokens = true;

    /// <summary>The assembly that carries the scripts.</summary>
    public static Assembly Assembly => typeof(CoreDataMigrations).Assembly;
}
