using System.Reflection;
using Dowel.Migrations;

namespace PlayerEngagement;

/// <summary>Where the scripts of player engagement's schema are.</summary>
public static class PlayerEngagementMigrations
{
    /// <summary>What the names of the embedded scripts start with.</summary>
    public const string ResourcePrefix = "migrations/";

    /// <summary>The name of the history table.</summary>
    public const string HistoryTable = "schema_history";

    /// <summary>The PostgreSQL schema that the tables are in unless another is asked for.</summary>
    public const string DefaultSchema = "xp";

    /// <summary>The assembly that carries the scripts.</summary>
    public static Assembly Assembly => typeof(PlayerEngagementMigrations).Assembly;

    /// <summary>Brings a database to the schema; where it is there already, that is one query.</summary>
    /// <param name="database">The database, which says its engine.</param>
    /// <param name="further">Assemblies with further scripts below the same prefix, whose versions come after these; this one may be among them.</param>
    /// <param name="cancellationToken">Stops it between scripts.</param>
    /// <returns>What was applied.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    public static Task<MigrationRun> ApplyAsync(
        IMigrationDatabase database, IEnumerable<Assembly>? further = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var sources = (further ?? []).Prepend(Assembly).Distinct().Select(assembly => new AssemblySource(assembly, ResourcePrefix));
        var scripts = ScriptSetLoader.Load([.. sources], database.Dialect);
        return new Migrator(database, scripts).ApplyAsync(cancellationToken);
    }
}
