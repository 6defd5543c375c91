using System.Globalization;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Opens the migrator's own connections: unpooled, without a client-side timeout, under the name <c>dowel</c>.</summary>
internal sealed class PostgresConnections
{
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly NpgsqlDataSource? _source;
    private readonly bool _isForReading;

    /// <summary>Takes a connection string.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public PostgresConnections(string connectionString) => _settings = new(Data.ConnectionText.Check(connectionString, PostgresSource.Example))
    {
        Pooling = false,
        CommandTimeout = 0,
        ApplicationName = "dowel",
        MaxAutoPrepare = 0,
        Enlist = false,
        LogParameters = false,
        IncludeErrorDetail = false,
        IncludeFailedBatchedCommand = true,
    };

    /// <summary>Takes a host's data source, which alone knows the password and what the connection is secured by.</summary>
    /// <param name="source">The source; it stays its maker's.</param>
    /// <param name="isForReading">
    /// Whether its own pooled connections do: they are lent for questions alone, which leave nothing in a session. Else each connection is
    /// a clone of them with the migrator's settings, so that no script and no lock ever meets a session of the host's.
    /// </param>
    public PostgresConnections(NpgsqlDataSource source, bool isForReading)
        : this(source.ConnectionString)
    {
        (_source, _isForReading) = (source, isForReading);
        if (_settings.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            _settings.TargetSessionAttributes = "primary";
        }
    }

    /// <summary>Host and database for people, without user or password.</summary>
    public string DisplayName =>
        $"PostgreSQL database {DatabaseName} on {_settings.Host ?? "localhost"}";

    /// <summary>The database's name; the user's, where none is given, as the server has it.</summary>
    public string DatabaseName => _settings.Database ?? _settings.Username ?? "postgres";

    /// <summary>Whether a host is a path or an abstract name, and so a Unix socket of this machine (PostgreSQL 18 docs, 32.1.2).</summary>
    public static bool IsLocal(string? host) => host is ['/' or '@', ..] && !host.Contains(',', StringComparison.Ordinal);

    /// <summary>The same settings for another database of the server.</summary>
    public PostgresConnections To(string database) =>
        new(new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = database }.ConnectionString);

    /// <summary>The settings with password, for a database object over the same place; never to be shown.</summary>
    public string ConnectionString => _settings.ConnectionString;

    /// <summary>Opens a connection whose session is as the server has it.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="Migrations.DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _source is null
        ? OpenAsync(BuildSlim(_settings.ConnectionString), cancellationToken)
        : OpenAsync(_source, _isForReading ? null : _settings.ConnectionString, cancellationToken);

    /// <summary>Opens a connection whose session settings are sent with the start-up packet, so that <c>reset all</c> brings them back.</summary>
    /// <param name="sessionSettings">Names and values of server settings.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <param name="forCode">Whether code is to use it, which may want any type of the database; Dowel itself sends text and numbers.</param>
    /// <exception cref="Migrations.DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public Task<NpgsqlConnection> OpenAsync(
        IEnumerable<(string Name, string Value)> sessionSettings, CancellationToken cancellationToken, bool forCode = false)
    {
        var settings = new NpgsqlConnectionStringBuilder(_settings.ConnectionString);
        foreach (var (name, value) in sessionSettings)
        {
            settings.Options = $"{settings.Options} -c {name}={Escape(value)}".TrimStart();
        }

        if (_source is not null)
        {
            return OpenAsync(_source, settings.ConnectionString, cancellationToken);
        }

        var source = forCode ? new NpgsqlDataSourceBuilder(settings.ConnectionString).Build() : BuildSlim(settings.ConnectionString);
        return OpenAsync(source, cancellationToken);
    }

    /// <summary>A duration as the server's settings take it.</summary>
    public static string Milliseconds(TimeSpan duration) =>
        ((long)Math.Ceiling(duration.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture);

    private async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var _ = source.ConfigureAwait(false);
        try
        {
            // A socket of this machine is there or is not. To open it at once spares a process that has nothing to do
            // a tenth of its time, which goes into preparing to wait.
            return IsLocal(_settings.Host)
                ? source.OpenConnection()
                : await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailures.IsConnectionProblem(error))
        {
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource lent, string? settings, CancellationToken cancellationToken)
    {
        var connection = lent.CreateConnection();
        try
        {
            if (settings is not null)
            {
                var own = await connection.CloneWithAsync(settings, cancellationToken).ConfigureAwait(false);
                await connection.DisposeAsync().ConfigureAwait(false);
                connection = own;
            }

            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (Exception error) when (PostgresFailures.IsConnectionProblem(error))
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw PostgresFailures.Unavailable(error, DisplayName);
        }
    }

    private static NpgsqlDataSource BuildSlim(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableTransportSecurity();
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    // The server splits options at blanks; a backslash keeps one (PostgreSQL 18 docs, 34.1.2).
    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(" ", "\\ ", StringComparison.Ordinal);
}
