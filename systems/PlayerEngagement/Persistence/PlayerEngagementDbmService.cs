using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;
using Microsoft.Extensions.Options;

namespace PlayerEngagement;

/// <summary>Player engagement on PostgreSQL, or on a SQLite file. Its construction applies the migrations.</summary>
public sealed class PlayerEngagementDbmService : IPlayerEngagementDbmService, IAsyncDisposable, IDisposable
{
    /// <summary>Brings the database to its schema and opens it.</summary>
    /// <param name="options">Which database.</param>
    /// <remarks>
    /// The caller's thread waits for the migrations. Of several processes that start at once one applies them and the others wait for it.
    /// </remarks>
    /// <exception cref="DowelException">The schema cannot be brought up to date.</exception>
    /// <exception cref="ArgumentException">The options name no database.</exception>
    public PlayerEngagementDbmService(IOptions<PlayerEngagementDbmOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Database = Open(options.Value);
    }

    /// <inheritdoc/>
    public Database Database { get; }

    /// <inheritdoc/>
    public ValueTask<DatabaseHealth> CheckHealthAsync(CancellationToken cancellationToken = default) => Database.CheckHealthAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();

    /// <inheritdoc/>
    public void Dispose() => Wait(() => Database.DisposeAsync().AsTask());

    // On a thread of the pool, so that no context of the caller's can be waited for by what it waits for itself.
    internal static void Wait(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();

    private static Database Open(PlayerEngagementDbmOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ConnectionString);
        Wait(() => ApplyAsync(options));
        return options.Provider == PlayerEngagementDbmProvider.Sqlite
            ? SqliteDatabase.Open(options.ConnectionString)
            : PostgresDatabase.Open(options.ConnectionString, new() { Schema = options.Schema });
    }

    private static async Task ApplyAsync(PlayerEngagementDbmOptions options)
    {
        IMigrationDatabase database = options.Provider == PlayerEngagementDbmProvider.Sqlite
            ? new SqliteMigrationDatabase(options.ConnectionString!, new() { HistoryTable = PlayerEngagementMigrations.HistoryTable })
            : new PostgresMigrationDatabase(options.ConnectionString!, new() { Schema = options.Schema, HistoryTable = PlayerEngagementMigrations.HistoryTable });
        await using var _ = database.ConfigureAwait(false);
        await PlayerEngagementMigrations.ApplyAsync(database, options.MigrationAssemblies).ConfigureAwait(false);
    }
}
