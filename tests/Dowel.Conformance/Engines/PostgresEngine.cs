using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>The PostgreSQL server that <c>make test</c> starts, or another one.</summary>
/// <param name="server">Its URL; null for the one that the environment names.</param>
public sealed class PostgresEngine(string? server = null) : Engine
{
    /// <summary>The environment variable with the server's URL, as <c>eng/postgres</c> prints it.</summary>
    public const string Variable = "DOWEL_TEST_POSTGRES";

    /// <inheritdoc/>
    public override Dialect Dialect { get; } = new PostgresDialect();

    /// <inheritdoc/>
    public override string Slow => "select pg_sleep(30)";

    /// <inheritdoc/>
    public override async Task<TestDatabase> CreateAsync()
    {
        var database = new PostgresTestDatabase(ServerSettings(), $"test_{Guid.NewGuid():n}");
        await database.CreateAsync();
        return database;
    }

    /// <summary>Opens the database of a connection string as repositories use it.</summary>
    /// <param name="connectionString">How the driver connects; a few connections are pooled.</param>
    /// <param name="options">How repositories use it.</param>
    /// <param name="settings">Settings of the server's for each session.</param>
    internal static PostgresDatabase OpenAt(string connectionString, PostgresDatabaseOptions? options = null, string? settings = null) => PostgresDatabase.Open(
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = true, MaxPoolSize = 10, Options = settings }.ConnectionString, options);

    /// <summary>How the driver connects to the server.</summary>
    internal NpgsqlConnectionStringBuilder ServerSettings()
    {
        var url = server ?? Environment.GetEnvironmentVariable(Variable)
            ?? throw new InvalidOperationException($"{Variable} is not set; 'make test' starts a server and sets it.");
        var uri = new Uri(url.Replace("@/", "@localhost/", StringComparison.Ordinal));
        var user = uri.UserInfo.Split(':');
        var parameters = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return new()
        {
            Host = parameters.GetValueOrDefault("host", uri.Host),
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } name ? name : "postgres",
            Pooling = false,
        };
    }

    private sealed class PostgresTestDatabase(NpgsqlConnectionStringBuilder server, string name) : TestDatabase
    {
        public override string ConnectionString { get; } =
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;

        public override IDatabaseServer Server => new PostgresServer(ConnectionString);

        public override IMigrationDatabase Open(string? schema = null, string historyTable = HistoryTable.DefaultName) =>
            new PostgresMigrationDatabase(ConnectionString, new() { Schema = schema, HistoryTable = historyTable });

        public override Dowel.Data.Database OpenData(TimeSpan? statement = null, TimeSpan? locked = null) =>
            OpenAt(ConnectionString, new() { StatementTimeout = statement ?? TimeSpan.FromSeconds(30) }, locked is { } wait ? $"-c lock_timeout={wait.TotalMilliseconds}" : null);

        public override Dowel.Data.Database OpenReadOnly() => OpenAt(ConnectionString, settings: "-c default_transaction_read_only=on");

        public override Dowel.Data.Database OpenAway(string password) =>
            OpenAt(new NpgsqlConnectionStringBuilder(ConnectionString) { Host = "127.0.0.1", Port = 1, Password = password }.ConnectionString);

        public Task CreateAsync() => OnServerAsync($"create database {name}");

        public override Task<TestConnection> ConnectAsync() => ConnectAsync(ConnectionString);

        public override async ValueTask DisposeAsync() => await OnServerAsync($"drop database if exists {name} with (force)");

        private async Task OnServerAsync(string sql)
        {
            await using var connection = await ConnectAsync(server.ConnectionString);
            await connection.ExecuteAsync(sql);
        }

        private static async Task<TestConnection> ConnectAsync(string connectionString)
        {
            var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            return new(connection);
        }
    }
}
