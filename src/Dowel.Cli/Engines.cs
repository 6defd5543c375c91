using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Cli;

/// <summary>Makes what belongs to the engine of an address.</summary>
internal static class Engines
{
    /// <summary>The engine's rules for text.</summary>
    public static Dialect DialectOf(DatabaseAddress address) =>
        address.Kind == DatabaseKind.Sqlite ? new SqliteDialect() : new PostgresDialect();

    /// <summary>The database as the migrator sees it.</summary>
    public static IMigrationDatabase OpenDatabase(DatabaseAddress address, RunSettings settings)
    {
        if (address.Kind == DatabaseKind.Postgres)
        {
            return new PostgresDatabase(address.ConnectionString, PostgresOptions(settings));
        }

        SqliteNativeLibrary.Use();
        return new SqliteDatabase(address.ConnectionString, SqliteOptions(settings));
    }

    /// <summary>The database as a whole.</summary>
    public static IDatabaseServer OpenServer(DatabaseAddress address, RunSettings settings)
    {
        if (address.Kind == DatabaseKind.Postgres)
        {
            return new PostgresServer(address.ConnectionString, PostgresOptions(settings));
        }

        SqliteNativeLibrary.Use();
        return new SqliteServer(address.ConnectionString, SqliteOptions(settings));
    }

    private static PostgresDatabaseOptions PostgresOptions(RunSettings settings) =>
        new() { Schema = settings.Schema, HistoryTable = settings.History };

    private static SqliteDatabaseOptions SqliteOptions(RunSettings settings) =>
        new() { Schema = settings.Schema, HistoryTable = settings.History };
}
