using Dowel.Data;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>PostgreSQL as a host knows it.</summary>
/// <param name="options">How repositories use it.</param>
/// <param name="source">The host's own data source; null where there is a connection string.</param>
internal sealed class PostgresProvider(PostgresDatabaseOptions options, Lazy<NpgsqlDataSource>? source) : DatabaseProvider, IMigrationProvider
{
    /// <inheritdoc/>
    public override string Name => DialectNames.Postgres;

    /// <inheritdoc/>
    public override bool HasConnections => source is not null;

    /// <inheritdoc/>
    public override string? FindMistake(DatabaseSettings settings) =>
        settings.StatementTimeout > TimeSpan.FromHours(1) ? "allows statements more than the hour that PostgreSQL's may take."
        : settings.ConnectionString is { } connectionString ? FindMistake(connectionString)
        : null;

    /// <inheritdoc/>
    public override string NamespaceOf(DatabaseSettings settings)
    {
        var name = new PostgresConnections(settings.ConnectionString ?? source!.Value.ConnectionString).DatabaseName;
        return settings.Schema is { } schema ? $"{name}.{schema}" : name;
    }

    /// <inheritdoc/>
    public override Database Open(DatabaseSettings settings)
    {
        var all = options with { Schema = settings.Schema ?? options.Schema, StatementTimeout = settings.StatementTimeout };
        return source is null ? PostgresDatabase.Open(settings.ConnectionString!, all) : new PostgresDatabase(source.Value, all);
    }

    /// <inheritdoc/>
    public IMigrationDatabase OpenForMigrations(MigrationSettings settings) => OpenHistory(settings, isForReading: false);

    /// <inheritdoc/>
    public IMigrationDatabase OpenForReading(MigrationSettings settings) => OpenHistory(settings, isForReading: true);

    private PostgresMigrationDatabase OpenHistory(MigrationSettings settings, bool isForReading) => new(
        settings.ConnectionString is { } connectionString ? new PostgresConnections(connectionString) : new(source!.Value, isForReading),
        new() { Schema = settings.Schema, HistoryTable = settings.HistoryTable });

    private static string? FindMistake(string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(ConnectionText.Check(connectionString, PostgresSource.Example));
            return null;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            // What the driver says may quote a part of it: of a password with a semicolon, the rest is taken for a setting.
            return $"is none of Npgsql's, such as '{PostgresSource.Example}'. A value with a semicolon or a blank at its end stands in quotes: Password='a;b'.";
        }
    }
}
