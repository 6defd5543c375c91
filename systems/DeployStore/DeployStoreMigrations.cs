using System.Reflection;

namespace DeployStore;

/// <summary>Where the scripts of the deployment store's schema are.</summary>
public static class DeployStoreMigrations
{
    /// <summary>What the names of the embedded scripts start with.</summary>
    public const string ResourcePrefix = "migrations/";

    /// <summary>The name of the history table.</summary>
    public const string HistoryTable = "schema_migrations";

    /// <summary>The PostgreSQL schema that the tables are in unless another is asked for.</summary>
    public const string DefaultSchema = "deploy_store";

    /// <summary>The assembly that carries the scripts.</summary>
    public static Assembly Assembly => typeof(DeployStoreMigrations).Assembly;
}
