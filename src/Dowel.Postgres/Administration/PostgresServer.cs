using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database as a whole.</summary>
public sealed class PostgresServer : IDatabaseServer
{
    private readonly PostgresConnections _connections;
    private readonly PostgresMigrationOptions _options;

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="connectionString">An Npgsql connection string; its password is never shown.</param>
    /// <param name="options">Schema and history table; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgresServer(string connectionString, PostgresMigrationOptions? options = null)
    {
        _options = options ?? new();
        _connections = new(connectionString);
    }

    /// <inheritdoc/>
    public string DisplayName => _connections.DisplayName;

    /// <inheritdoc/>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        var connection = await _connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnServerAsync($"create database {PostgresNames.Quote(_connections.DatabaseName)}", cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (DatabaseUnavailableException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.DuplicateDatabase })
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DropAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnServerAsync($"drop database {PostgresNames.Quote(_connections.DatabaseName)}", cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (DatabaseUnavailableException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<IMigrationDatabase> CreateScratchAsync(CancellationToken cancellationToken)
    {
        var name = PostgresScratchSchema.NewName();
        try
        {
            await RunOnServerAsync($"create database {name} template template0", cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseUnavailableException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege })
        {
            return await CreateSchemaAsync(cancellationToken).ConfigureAwait(false);
        }

        var scratch = new PostgresMigrationDatabase(_connections.To(name).ConnectionString, _options)
        {
            OnDisposed = () => RunOnServerAsync($"drop database if exists {name} with (force)", CancellationToken.None),
        };
        try
        {
            await CreateNamedSchemaAsync(_connections.To(name), cancellationToken).ConfigureAwait(false);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(CancellationToken cancellationToken)
    {
        var connection = await _connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        try
        {
            return
            [
                .. await PostgresDiagnosis.ReadAsync(connection, _options, cancellationToken).ConfigureAwait(false),
                .. await new PostgresRightDiagnosis(_connections, _options).ReadAsync(connection, cancellationToken).ConfigureAwait(false),
            ];
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    // Where databases are not the role's to make.
    private async Task<IMigrationDatabase> CreateSchemaAsync(CancellationToken cancellationToken)
    {
        var schema = await PostgresScratchSchema.CreateAsync(_connections, cancellationToken).ConfigureAwait(false);
        return new PostgresMigrationDatabase(_connections.ConnectionString, new() { Schema = schema.Name, HistoryTable = _options.HistoryTable, LeaseDuration = _options.LeaseDuration })
        {
            Confined = schema,
            OnDisposed = () => schema.DropAsync(_connections),
        };
    }

    // What is made without a migrator would have no place in a database that lacks the schema of its options.
    private async Task CreateNamedSchemaAsync(PostgresConnections database, CancellationToken cancellationToken)
    {
        if (_options.Schema is { } schema)
        {
            var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await SendAsync(connection, $"create schema if not exists {PostgresNames.Quote(schema)}", cancellationToken).ConfigureAwait(false);
        }
    }

    // A database is made and dropped from another one; `postgres` is there by convention, `template1` always.
    private async Task RunOnServerAsync(string sql, CancellationToken cancellationToken) =>
        await SendAsync(await OpenMaintenanceAsync(cancellationToken).ConfigureAwait(false), sql, cancellationToken).ConfigureAwait(false);

    private async Task SendAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var _ = connection.ConfigureAwait(false);
        if (await new PostgresSender(connection).SendAsync([new(sql)], cancellationToken).ConfigureAwait(false) is { } failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PostgresFailures.Unavailable(failure.Exception, DisplayName);
        }
    }

    private async Task<NpgsqlConnection> OpenMaintenanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _connections.To("postgres").OpenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseUnavailableException error) when (error.Code == "DWL1108")
        {
            return await _connections.To("template1").OpenAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
