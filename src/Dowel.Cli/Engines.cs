using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Schema;
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
            return Take(() => new PostgresMigrationDatabase(address.ConnectionString, PostgresOptions(settings)));
        }

        SqliteNativeLibrary.Use();
        return Take(() => new SqliteMigrationDatabase(address.ConnectionString, SqliteOptions(settings)));
    }

    /// <summary>The database as a whole.</summary>
    public static IDatabaseServer OpenServer(DatabaseAddress address, RunSettings settings)
    {
        if (address.Kind == DatabaseKind.Postgres)
        {
            return Take(() => new PostgresServer(address.ConnectionString, PostgresOptions(settings)));
        }

        SqliteNativeLibrary.Use();
        return Take(() => new SqliteServer(address.ConnectionString, SqliteOptions(settings)));
    }

    /// <summary>Compares contracts with a database that has been migrated.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public static async Task<IReadOnlyList<DowelError>> CompareAsync(
        IMigrationDatabase database, IReadOnlyList<RepositoryContract> contracts, CancellationToken cancellationToken)
    {
        if (database is not PostgresMigrationDatabase postgres)
        {
            var memory = await ((SqliteMigrationDatabase)database).OpenContractsAsync(cancellationToken).ConfigureAwait(false);
            return await ContractCheck.RunAsync(contracts, memory, cancellationToken).ConfigureAwait(false);
        }

        var server = await postgres.OpenContractsAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = server.ConfigureAwait(false);
        return await ContractCheck.RunAsync(contracts, server, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What an engine can change in a schema, and how it is written.</summary>
    public static ISchemaEngine SchemaEngineOf(DatabaseKind kind) => kind == DatabaseKind.Postgres ? new PostgresSchemaEngine() : new SqliteSchemaEngine();

    /// <summary>How an engine keeps records.</summary>
    public static IRecordDialect RecordDialectOf(DatabaseKind kind) => kind == DatabaseKind.Postgres ? new PostgresRecords() : new SqliteRecords();

    /// <summary>Opens a database to look at its schema and values.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public static async Task<ISchemaDatabase> OpenSchemaAsync(IMigrationDatabase database, CancellationToken cancellationToken) => database is PostgresMigrationDatabase postgres
        ? await postgres.OpenSchemaAsync(cancellationToken).ConfigureAwait(false)
        : await ((SqliteMigrationDatabase)database).OpenSchemaAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Runs scripts on a throw-away database of PostgreSQL and writes down what each statement locks and goes through.</summary>
    public static Task<IReadOnlyList<StatementTrace>> TraceAsync(IMigrationDatabase database, IReadOnlyList<ScriptDraft> drafts, CancellationToken cancellationToken) =>
        ((PostgresMigrationDatabase)database).TraceAsync(drafts, cancellationToken);

    /// <summary>The schemas and databases behind an address.</summary>
    public static PostgresTargets OpenTargets(DatabaseAddress address, RunSettings settings) =>
        Take(() => new PostgresTargets(address.ConnectionString, PostgresOptions(settings)));

    /// <summary>The files that a pattern names.</summary>
    public static IReadOnlyList<MigrationTarget> LoadTargets(string pattern, RunSettings settings)
    {
        SqliteNativeLibrary.Use();
        return SqliteTargets.Load(pattern, SqliteOptions(settings));
    }

    // The drivers' own words may repeat a part of a password.
    private static T Take<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new CommandLineException(CommandLineErrors.BadUrl(
                "The driver does not take the connection: an unknown keyword, or a value that it cannot have.", ConnectionStringReader.Remedy));
        }
    }

    private static PostgresMigrationOptions PostgresOptions(RunSettings settings) =>
        new() { Schema = settings.Schema, HistoryTable = settings.History };

    private static SqliteMigrationOptions SqliteOptions(RunSettings settings) =>
        new() { Schema = settings.Schema, HistoryTable = settings.History };
}
