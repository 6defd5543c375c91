using System.Globalization;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Opens the migrator's own connections: unpooled, without a client-side timeout, under the name <c>dowel</c>.</summary>
internal sealed class PostgresConnections(string connectionString)
{
    private readonly NpgsqlConnectionStringBuilder _settings = new(Data.ConnectionText.Check(connectionString, PostgresSource.Example))
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
    public Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        OpenAsync(BuildSlim(_settings.ConnectionString), cancellationToken);

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
