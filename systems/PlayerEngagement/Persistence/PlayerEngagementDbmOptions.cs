using System.Reflection;

namespace PlayerEngagement;

/// <summary>Which database player engagement uses.</summary>
public sealed class PlayerEngagementDbmOptions
{
    /// <summary>The kind of database; PostgreSQL by default.</summary>
    public PlayerEngagementDbmProvider Provider { get; set; } = PlayerEngagementDbmProvider.Postgres;

    /// <summary>How the driver connects, Npgsql or Microsoft.Data.Sqlite; not asked for in memory.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The PostgreSQL schema; SQLite has none.</summary>
    public string Schema { get; set; } = PlayerEngagementMigrations.DefaultSchema;

    /// <summary>Assemblies with further scripts, embedded below <c>migrations/</c>.</summary>
    internal IReadOnlyList<Assembly> MigrationAssemblies { get; set; } = [];
}
