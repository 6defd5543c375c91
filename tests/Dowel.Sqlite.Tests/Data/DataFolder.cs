using Microsoft.Data.Sqlite;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>A folder with a database file that lives as long as a test.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dowel-");
    private readonly List<SqliteDatabase> _databases = [];

    public string File => Path.Combine(_folder.FullName, "x.db");

    public string ConnectionString => $"Data Source={File};Pooling=false";

    public SqliteDatabase Open(SqliteDatabaseOptions? options = null, string more = "")
    {
        var database = SqliteDatabase.Open(ConnectionString + more, options);
        _databases.Add(database);
        return database;
    }

    /// <summary>Opens a connection such as another process has.</summary>
    public SqliteConnection OpenOther()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL on a connection of the driver and gives the first value of the last statement.</summary>
    public static object? Run(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        return command.ExecuteScalar();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
