using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>An empty database made for one test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>How the driver connects to it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The database as a whole.</summary>
    public abstract IDatabaseServer Server { get; }

    /// <summary>The database as a migrator sees it, over connections of its own.</summary>
    public abstract IMigrationDatabase Open(string? schema = null, string historyTable = HistoryTable.DefaultName);

    /// <summary>Opens the database as repositories use it.</summary>
    /// <param name="statement">How long a statement may take; null for what the engine's options say.</param>
    /// <param name="locked">How long a lock may be waited for.</param>
    public abstract Dowel.Data.Database OpenData(TimeSpan? statement = null, TimeSpan? locked = null);

    /// <summary>Opens it so that it can only be read.</summary>
    public abstract Dowel.Data.Database OpenReadOnly();

    /// <summary>Opens one that is not there.</summary>
    /// <param name="password">What must not be told, where there are passwords.</param>
    public abstract Dowel.Data.Database OpenAway(string password);

    /// <summary>Opens a session of somebody else.</summary>
    public abstract Task<TestConnection> ConnectAsync();

    /// <summary>Runs SQL in a session of its own.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Reads rows in a session of its own: columns joined by <c>|</c>, rows by <c>,</c>.</summary>
    public async Task<string> QueryAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        return await connection.QueryAsync(sql);
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
