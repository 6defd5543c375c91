using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Databases of a server that are copied for tests, and the copies.</summary>
/// <remarks>
/// A template is made by one process at a time, under an advisory lock, and is a template by name only once it is whole. Copies carry a number
/// for which their process holds another lock, so that those of a process that was killed are told from those in use.
/// </remarks>
internal sealed class PostgresTemplates
{
    private const string TemplatePrefix = "dowel_template_";
    private const string CopyPrefix = "dowel_test_";
    private const int MakingLock = 0x646f7765;
    private const int ProcessLock = 0x646f7766;
    private static readonly TimeSpan Age = TimeSpan.FromDays(7);

    private readonly PostgresConnections _connections;
    private readonly NpgsqlDataSource _source;
    private readonly int _process = RandomNumberGenerator.GetInt32(int.MaxValue);
    private readonly Lazy<Task<NpgsqlConnection>> _life;
    private int _copies;

    /// <summary>Names a server by any database of it; nothing is opened yet.</summary>
    public PostgresTemplates(string connectionString)
    {
        _connections = new(connectionString);
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_connections.ConnectionString) { Pooling = true, NoResetOnClose = true });
        _life = new(HoldAsync);
    }

    /// <summary>How the driver connects to a database of the server.</summary>
    public string ConnectionStringOf(string name) => new NpgsqlConnectionStringBuilder(_connections.To(name).ConnectionString)
    {
        Pooling = true,
        CommandTimeout = 30,
    }.ConnectionString;

    /// <summary>Makes a template where it is not there yet, and clears away what nobody needs.</summary>
    /// <param name="key">What tells its content from others': letters and digits.</param>
    /// <param name="fill">Fills it; told how the driver connects to it, without a pool.</param>
    /// <returns>Its name.</returns>
    public async Task<string> EnsureAsync(string key, Func<string, Task> fill)
    {
        var name = TemplatePrefix + key;
        var connection = await _connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        await RunAsync(connection, $"select pg_advisory_lock({MakingLock}, hashtext('{key}'))").ConfigureAwait(false);
        if ((await ListAsync(connection, $"select datname from pg_database where datname = '{name}' and datistemplate").ConfigureAwait(false)).Count == 0)
        {
            await MakeAsync(connection, name, fill).ConfigureAwait(false);
        }

        var today = TimeProvider.System.GetUtcNow();
        await RunAsync(connection, $"comment on database {name} is 'last used {Day(today)}'").ConfigureAwait(false);
        await RemoveTemplatesAsync(connection, Day(today - Age)).ConfigureAwait(false);
        await RemoveCopiesAsync(connection).ConfigureAwait(false);
        return name;
    }

    /// <summary>Copies a template.</summary>
    /// <returns>The copy's name.</returns>
    public async Task<string> CopyAsync(string template, CancellationToken cancellationToken)
    {
        await _life.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        var name = string.Create(CultureInfo.InvariantCulture, $"{CopyPrefix}{_process}_{Interlocked.Increment(ref _copies)}");
        await RunAsync($"create database {name} template {template}", cancellationToken).ConfigureAwait(false);
        return name;
    }

    /// <summary>Drops a copy, whoever still uses it.</summary>
    public Task DropAsync(string name) => RunAsync($"drop database if exists {name} with (force)", CancellationToken.None);

    private async Task MakeAsync(NpgsqlConnection connection, string name, Func<string, Task> fill)
    {
        await RunAsync(connection, $"drop database if exists {name} with (force)").ConfigureAwait(false);
        await RunAsync(connection, $"create database {name}").ConfigureAwait(false);
        try
        {
            await fill(_connections.To(name).ConnectionString).ConfigureAwait(false);
        }
        catch
        {
            await TryRunAsync(connection, $"drop database if exists {name} with (force)").ConfigureAwait(false);
            throw;
        }

        await RunAsync(connection, $"alter database {name} allow_connections false").ConfigureAwait(false);
        await RunAsync(connection, $"alter database {name} is_template true").ConfigureAwait(false);
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken = default)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var rows = new List<string>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static async Task RemoveTemplatesAsync(NpgsqlConnection connection, string before)
    {
        var old = await ListAsync(
            connection,
            $"select datname from pg_database where datname like '{TemplatePrefix}%' and datistemplate and shobj_description(oid, 'pg_database') < 'last used {before}'")
            .ConfigureAwait(false);
        foreach (var name in old)
        {
            await TryRunAsync(connection, $"alter database {name} is_template false").ConfigureAwait(false);
            await TryRunAsync(connection, $"drop database if exists {name} with (force)").ConfigureAwait(false);
        }
    }

    // Whoever gets the lock of a process has outlived it.
    private static async Task RemoveCopiesAsync(NpgsqlConnection connection)
    {
        var left = await ListAsync(
            connection,
            $"""
            select datname from (select datname, split_part(datname, '_', 3)::integer as process from pg_database where datname ~ '^{CopyPrefix}[0-9]+_[0-9]+$') c
            where pg_try_advisory_lock({ProcessLock}, process)
            """).ConfigureAwait(false);
        foreach (var name in left)
        {
            await TryRunAsync(connection, $"drop database if exists {name} with (force)").ConfigureAwait(false);
        }
    }

    // Another process may be clearing away the same.
    private static async Task TryRunAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            await RunAsync(connection, sql).ConfigureAwait(false);
        }
        catch (PostgresException)
        {
            // Then it is gone, or somebody else's.
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        await RunAsync(connection, sql, cancellationToken).ConfigureAwait(false);
    }

    // The server gives the lock back when the process ends, however it does.
    private async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = await _connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await RunAsync(connection, $"select pg_advisory_lock({ProcessLock}, {_process})").ConfigureAwait(false);
        return connection;
    }
}
