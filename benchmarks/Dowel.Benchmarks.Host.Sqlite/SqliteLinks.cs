using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dowel.Benchmarks;

/// <summary>Connections with the service's own settings.</summary>
internal sealed class SqliteLinks : DbConnectionInterceptor
{
    private const string Settings = "pragma synchronous = normal";

    /// <summary>How to connect to the file of a system.</summary>
    public static string Of(string folder, string system) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, system + ".db"), ForeignKeys = true, Pooling = true }.ConnectionString;

    /// <summary>Opens a connection.</summary>
    public static DbConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Set(connection);
        return connection;
    }

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
