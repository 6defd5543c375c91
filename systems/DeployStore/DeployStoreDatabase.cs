using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace DeployStore;

/// <summary>Opens the store of the deployment tool, made and brought to its schema where it is not.</summary>
public static class DeployStoreDatabase
{
    /// <summary>The file that the tool uses unless it is told another: <c>~/.deploystore/data.db</c>.</summary>
    public static string DefaultPath { get; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".deploystore", "data.db");

    /// <summary>Opens a SQLite file; its folder is made where it is missing, readable by its owner alone.</summary>
    /// <param name="path">The file; null for <see cref="DefaultPath"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The database.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    public static async Task<Database> OpenAsync(string? path = null, CancellationToken cancellationToken = default)
    {
        path = Path.GetFullPath(path ?? DefaultPath);
        MakeFolder(Path.GetDirectoryName(path)!);
        var connectionString = $"Data Source={path}";
        var scripts = new SqliteMigrationDatabase(connectionString, new() { HistoryTable = DeployStoreMigrations.HistoryTable });
        await using (scripts.ConfigureAwait(false))
        {
            await DeployStoreMigrations.ApplyAsync(scripts, cancellationToken).ConfigureAwait(false);
        }

        return SqliteDatabase.Open(connectionString);
    }

    /// <summary>Opens a PostgreSQL database.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    /// <param name="schema">The schema that the tables are in.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The database.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    public static async Task<Database> OpenPostgresAsync(
        string connectionString, string schema = DeployStoreMigrations.DefaultSchema, CancellationToken cancellationToken = default)
    {
        var scripts = new PostgresMigrationDatabase(connectionString, new() { Schema = schema, HistoryTable = DeployStoreMigrations.HistoryTable });
        await using (scripts.ConfigureAwait(false))
        {
            await DeployStoreMigrations.ApplyAsync(scripts, cancellationToken).ConfigureAwait(false);
        }

        return PostgresDatabase.Open(connectionString, new() { Schema = schema });
    }

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
