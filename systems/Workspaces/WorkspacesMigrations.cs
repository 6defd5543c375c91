using System.Reflection;
using Dowel.Migrations;

namespace Workspaces;

/// <summary>Where the scripts of the workspaces' schema are.</summary>
public static class WorkspacesMigrations
{
    /// <summary>What the names of the embedded scripts start with.</summary>
    public const string ResourcePrefix = "migrations/";

    /// <summary>The name of the history table.</summary>
    public const string HistoryTable = "schema_history";

    /// <summary>The PostgreSQL schema that the tables are in unless another is asked for.</summary>
    public const string DefaultSchema = "workspaces";

    /// <summary>The assembly that carries the scripts.</summary>
    public static Assembly Assembly => typeof(WorkspacesMigrations).Assembly;

    /// <summary>The tables whose rows PostgreSQL itself shows to their owner alone.</summary>
    public static IReadOnlyList<string> GuardedTables { get; } = ["projects", "project_files", "agent_states"];

    /// <summary>Brings a database to the schema; where it is there already, that is one query.</summary>
    /// <param name="database">The database, which says its engine.</param>
    /// <param name="cancellationToken">Stops it between scripts.</param>
    /// <returns>What was applied.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    public static Task<MigrationRun> ApplyAsync(IMigrationDatabase database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var scripts = ScriptSetLoader.Load([new AssemblySource(Assembly, ResourcePrefix)], database.Dialect);
        return new Migrator(database, scripts).ApplyAsync(cancellationToken);
    }
}
