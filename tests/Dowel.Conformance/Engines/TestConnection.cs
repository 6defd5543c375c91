using System.Data.Common;

namespace Dowel.Conformance;

/// <summary>A session of somebody else.</summary>
public sealed class TestConnection(DbConnection connection) : IAsyncDisposable
{
    /// <summary>Runs SQL.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads rows: columns joined by <c>|</c>, rows by <c>,</c>.</summary>
    public async Task<string> QueryAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await Rows.ReadAsync(command);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
