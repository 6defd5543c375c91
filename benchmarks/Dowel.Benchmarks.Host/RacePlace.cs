using System.Data.Common;
using Dapper;

namespace Dowel.Benchmarks;

/// <summary>Where the service of a race keeps its data.</summary>
internal abstract class RacePlace : IAsyncDisposable
{
    /// <summary>The folder for files.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("dowel-bench-host-").FullName;

    /// <summary>What the service is told on its command line.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    /// <summary>What the service is told by its environment.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Opens a session on the database of a system.</summary>
    public abstract Task<DbConnection> ConnectAsync(string system);

    /// <summary>The engine and its version.</summary>
    public abstract Task<string> DescribeAsync();

    /// <summary>Lets the engine look at rows that were added past the service, as it would by itself before long.</summary>
    public virtual Task SettleAsync() => Task.CompletedTask;

    /// <summary>Runs SQL on the database of a system.</summary>
    public async Task ExecuteAsync(string system, string sql)
    {
        await using var connection = await ConnectAsync(system);
        await connection.ExecuteAsync(sql, commandTimeout: 0);
    }

    /// <summary>Reads a number from the database of a system.</summary>
    public async Task<long> CountAsync(string system, string sql)
    {
        await using var connection = await ConnectAsync(system);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
