using Dapper;
using Microsoft.Data.Sqlite;

namespace Dowel.Benchmarks;

/// <summary>A file with the tables, gone when it is disposed; the same journal and durability for everybody.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dowel-bench-");

    public SqliteFile()
    {
        using var connection = Connect();
        connection.Execute(
            $"""
            pragma journal_mode = wal;
            create table accounts (user_id integer primary key, {Account.Rest});
            create table inserted (user_id integer primary key, {Account.Rest});
            create table counters (id bigint not null primary key, n bigint not null);
            insert into counters values (1, 0);
            """);
        using var transaction = connection.BeginTransaction();
        connection.Execute(Account.NamedInsert.Replace("into inserted", "into accounts", StringComparison.Ordinal), Account.Samples, transaction);
        transaction.Commit();
    }

    /// <summary>How the driver opens it.</summary>
    public string ConnectionString => $"Data Source={Path.Join(_folder.FullName, "bench.db")}";

    /// <summary>A connection whose commits last as Dowel's do.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        connection.Execute("pragma synchronous = normal; pragma foreign_keys = on;");
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
