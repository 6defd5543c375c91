using Npgsql;

namespace Dowel.Postgres;

/// <summary>Makes the driver's data source as repositories want it.</summary>
internal static class PostgresSource
{
    /// <summary>Makes a source that sends writes to the primary and, where there are several hosts, another that would rather read from a standby.</summary>
    /// <param name="connectionString">How the driver connects.</param>
    /// <param name="options">How repositories use it.</param>
    /// <returns>Both, and what must be disposed of for both.</returns>
    /// <exception cref="ArgumentException">The driver does not know such a connection string.</exception>
    public static (NpgsqlDataSource Primary, NpgsqlDataSource? Standby, NpgsqlDataSource Owned) Build(
        string connectionString, PostgresDatabaseOptions options)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(PostgresAddress.Read(connectionString));
        var settings = builder.ConnectionStringBuilder;
        Set(settings, options);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();

        // All that statements send and read is built in, and the number of every such type is known.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        if (settings.Host?.Contains(',', StringComparison.Ordinal) != true)
        {
            var one = builder.Build();
            return (one, null, one);
        }

        settings.TargetSessionAttributes = null;
        var all = builder.BuildMultiHost();
        return (all.WithTargetSession(TargetSessionAttributes.Primary), all.WithTargetSession(TargetSessionAttributes.PreferStandby), all);
    }

    /// <summary>The database's name for people, without user or password.</summary>
    public static string DisplayName(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"PostgreSQL database {settings.Database ?? settings.Username ?? "postgres"} on {settings.Host ?? "localhost"}";
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, PostgresDatabaseOptions options)
    {
        settings.ApplicationName ??= "dowel";
        settings.CommandTimeout = (int)Math.Ceiling(options.StatementTimeout.TotalSeconds);
        settings.Enlist = false;
        settings.LogParameters = false;
        settings.MaxAutoPrepare = 0;
        settings.Multiplexing = false;

        // Dowel leaves nothing in a session, so nothing has to be undone.
        settings.NoResetOnClose = true;

        // Details hold values of rows, and the driver writes them into its traces.
        settings.IncludeErrorDetail = false;
        if (options.Schema is { } schema)
        {
            settings.SearchPath = PostgresNames.Quote(schema);
        }
    }
}
