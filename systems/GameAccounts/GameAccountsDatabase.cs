using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace GameAccounts;

/// <summary>Opens the database of the game accounts, made and brought to its schema where it is not.</summary>
/// <remarks>
/// Open it once, and give it to the repositories: <c>new AccountRepository(database)</c>. Several of them in one transaction are made over the
/// transaction that <see cref="Session.TransactAsync{TResult}"/> hands out.
/// </remarks>
public static class GameAccountsDatabase
{
    /// <summary>Opens a SQLite database.</summary>
    /// <param name="connectionString">A Microsoft.Data.Sqlite connection string, <c>Data Source=game.db</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The database.</returns>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    public static async Task<Database> OpenSqliteAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var scripts = new SqliteMigrationDatabase(connectionString, new() { HistoryTable = GameAccountsMigrations.HistoryTable });
        await using (scripts.ConfigureAwait(false))
        {
            await GameAccountsMigrations.ApplyAsync(scripts, cancellationToken).ConfigureAwait(false);
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
        string connectionString, string schema = GameAccountsMigrations.DefaultSchema, CancellationToken cancellationToken = default)
    {
        var scripts = new PostgresMigrationDatabase(connectionString, new() { Schema = schema, HistoryTable = GameAccountsMigrations.HistoryTable });
        await using (scripts.ConfigureAwait(false))
        {
            await GameAccountsMigrations.ApplyAsync(scripts, cancellationToken).ConfigureAwait(false);
        }

        return PostgresDatabase.Open(connectionString, new() { Schema = schema });
    }
}
