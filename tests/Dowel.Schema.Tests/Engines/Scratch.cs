using Dowel.Cli;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;
using Npgsql;

namespace Dowel.Schema.Tests;

/// <summary>An empty database of its own for a test, gone when it is disposed.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private readonly IMigrationDatabase _owner;

    private readonly Func<Task> _disposed;

    private Scratch(IMigrationDatabase owner, ISchemaDatabase database, Func<Task> disposed) => (_owner, Database, _disposed) = (owner, database, disposed);

    /// <summary>The database as its schema is read.</summary>
    public ISchemaDatabase Database { get; }

    /// <summary>The database as scripts are applied to it.</summary>
    public IMigrationDatabase Migrated => _owner;

    /// <summary>A database in memory.</summary>
    public static async Task<Scratch> SqliteAsync()
    {
        SqliteNativeLibrary.Use();
        var owner = await new SqliteServer("Data Source=:memory:").CreateScratchAsync(default);
        return new(owner, await ((SqliteMigrationDatabase)owner).OpenSchemaAsync(default), () => Task.CompletedTask);
    }

    /// <summary>An empty database of the server that the environment names.</summary>
    public static async Task<Scratch> PostgresAsync()
    {
        var name = await PostgresDatabases.TakeAsync();
        var owner = new PostgresMigrationDatabase(new NpgsqlConnectionStringBuilder(ServerSettings().ConnectionString) { Database = name }.ConnectionString);
        return new(owner, await owner.OpenSchemaAsync(default), () => PostgresDatabases.GiveBackAsync(name));
    }

    /// <summary>A database of an engine by its name.</summary>
    public static Task<Scratch> OfAsync(string engine) => engine == "sqlite" ? SqliteAsync() : PostgresAsync();

    /// <summary>How the driver connects to the server.</summary>
    public static NpgsqlConnectionStringBuilder ServerSettings()
    {
        var url = Environment.GetEnvironmentVariable("DOWEL_TEST_POSTGRES")
            ?? throw new InvalidOperationException("DOWEL_TEST_POSTGRES is not set; 'make test' starts a server and sets it.");
        var uri = new Uri(url.Replace("@/", "@localhost/", StringComparison.Ordinal));
        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return new()
        {
            Host = parameters.GetValueOrDefault("host", uri.Host),
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(uri.UserInfo.Split(':')[0]),
            Password = uri.UserInfo.Split(':') is [_, var password] ? Uri.UnescapeDataString(password) : null,
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } name ? name : "postgres",
            Pooling = false,
        };
    }

    /// <summary>Runs statements one by one.</summary>
    public async Task RunAsync(params IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            await Database.QueryAsync(statement, default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _owner.DisposeAsync();
        await _disposed();
    }
}
