using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Workspaces;

/// <summary>Opens the database of the workspaces, made and brought to its schema where it is not.</summary>
/// <remarks>
/// Open it once, and give it to the repositories: <c>new ProjectRepository(database)</c>. Several of them in one transaction are made over the
/// transaction that <see cref="Session.TransactAsync{TResult}"/> hands out.
/// </remarks>
public static class WorkspacesDatabase
{
    /// <summary>Opens a SQLite database.</summary>
    /// <param name="connectionString">A Microsoft.Data.Sqlite connection string, <c>Data Source=workspaces.db</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The database.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    public static async Task<Database> OpenSqliteAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var scripts = new SqliteMigrationDatabase(connectionString, new() { HistoryTable = WorkspacesMigrations.HistoryTable });
        await using (scripts.ConfigureAwait(false))
        {
            await WorkspacesMigrations.ApplyAsync(scripts, cancellationToken).ConfigureAwait(false);
        }

        return SqliteDatabase.Open(connectionString);
    }

    /// <summary>Opens a PostgreSQL database, and makes sure that the server keeps owners' rows apart for the role that it is opened as.</summary>
    /// <param name="connectionString">An Npgsql connection string, of a role that is no superuser.</param>
    /// <param name="migratingAs">One of the role that owns the tables; null where both are one.</param>
    /// <param name="schema">The schema that the tables are in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The database.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    /// <exception cref="RowSecurityBypassedException">The server would show the role everybody's rows.</exception>
    public static async Task<Database> OpenPostgresAsync(
        string connectionString,
        string? migratingAs = null,
        string schema = WorkspacesMigrations.DefaultSchema,
        CancellationToken cancellationToken = default)
    {
        var scripts = new PostgresMigrationDatabase(migratingAs ?? connectionString, new() { Schema = schema, HistoryTable = WorkspacesMigrations.HistoryTable });
        await using (scripts.ConfigureAwait(false))
        {
            await WorkspacesMigrations.ApplyAsync(scripts, cancellationToken).ConfigureAwait(false);
        }

        var database = PostgresDatabase.Open(connectionString, new() { Schema = schema });
        try
        {
            await database.RequireRowSecurityAsync(WorkspacesMigrations.GuardedTables, cancellationToken).ConfigureAwait(false);
            return database;
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
