using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>An empty database made for one test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>How the driver connects to it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>The database as a migrator sees it, over connections of its own.</summary>
    public abstract IMigrationDatabase Open(string? schema = null, string historyTable = HistoryTable.DefaultName);

    /// <summary>The database as a whole.</summary>
    public abstract IDatabaseServer Server { get; }

    /// <summary>Runs SQL on a connection of its own.</summary>
    public abstract Task ExecuteAsync(string sql);

    /// <summary>Reads rows on a connection of its own: columns joined by <c>|</c>, rows by <c>,</c>.</summary>
    public abstract Task<string> QueryAsync(string sql);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
