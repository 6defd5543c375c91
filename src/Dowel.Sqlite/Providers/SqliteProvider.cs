using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite;

/// <summary>SQLite as a host knows it.</summary>
/// <param name="options">Limits.</param>
internal sealed class SqliteProvider(SqliteDatabaseOptions options) : DatabaseProvider, IMigrationProvider
{
    /// <inheritdoc/>
    public override string Name => DialectNames.Sqlite;

    /// <inheritdoc/>
    public override string? FindMistake(DatabaseSettings settings)
    {
        try
        {
            var place = new SqlitePlace(settings.ConnectionString!);
            return place.IsMemory && !IsShared(settings.ConnectionString!)
                ? "names a database in memory that each connection has for itself, so what migrations make nobody would find. Write 'Data Source=NAME;Mode=Memory;Cache=Shared'."
                : null;
        }
        catch (ArgumentException)
        {
            // What the driver says may quote a part of it.
            return "is none of SQLite's, such as 'Data Source=app.db'.";
        }
    }

    /// <inheritdoc/>
    public override string NamespaceOf(DatabaseSettings settings) => new SqlitePlace(settings.ConnectionString!).File;

    /// <inheritdoc/>
    public override Database Open(DatabaseSettings settings) =>
        SqliteDatabase.Open(settings.ConnectionString!, options with { StatementTimeout = settings.StatementTimeout });

    /// <inheritdoc/>
    public IMigrationDatabase OpenForMigrations(MigrationSettings settings) => new SqliteMigrationDatabase(
        settings.ConnectionString!, new() { Schema = settings.Schema, HistoryTable = settings.HistoryTable });

    private static bool IsShared(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) is { Cache: SqliteCacheMode.Shared, DataSource: not ("" or ":memory:") };
}
