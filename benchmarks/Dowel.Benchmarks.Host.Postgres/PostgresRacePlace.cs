using System.Data.Common;
using Dapper;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>A database of its own, and the roles as <c>make dev-up</c> makes them.</summary>
internal sealed class PostgresRacePlace : RacePlace
{
    private readonly TestDatabase _database;

    private PostgresRacePlace(TestDatabase database)
    {
        _database = database;
        var service = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = "-c role=dowel_app", Pooling = true };
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOWEL_CONNECTION"] = service.ConnectionString,
            ["DOWEL_MIGRATECONNECTION"] = database.ConnectionString,
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["--provider", "postgres", "--data", Folder];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Makes it.</summary>
    public static async Task<RacePlace> CreateAsync()
    {
        var database = await Engine.Postgres.CreateAsync();
        await database.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "eng", "dev-role", "R__dowel_app.sql")));
        return new PostgresRacePlace(database);
    }

    /// <inheritdoc/>
    public override async Task<DbConnection> ConnectAsync(string system)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { SearchPath = system }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <inheritdoc/>
    public override Task SettleAsync() => ExecuteAsync("xp", "vacuum analyze");

    /// <inheritdoc/>
    public override async Task<string> DescribeAsync()
    {
        await using var connection = await ConnectAsync("public");
        return await connection.QuerySingleAsync<string>(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', fsync ' || current_setting('fsync')");
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await base.DisposeAsync();
    }
}
