using System.Data.Common;

namespace Dowel.Benchmarks;

/// <summary>Dapper on SQLite.</summary>
/// <param name="rewards">How to connect to players and rewards.</param>
/// <param name="files">How to connect to projects and files.</param>
internal sealed class SqliteDapper(string rewards, string files) : DapperPeer(hold: "", json: "")
{
    /// <inheritdoc/>
    protected override Task<DbConnection> OpenRewardsAsync(CancellationToken cancellationToken) => Task.FromResult(SqliteLinks.Open(rewards));

    /// <inheritdoc/>
    protected override Task<DbConnection> OpenFilesAsync(CancellationToken cancellationToken) => Task.FromResult(SqliteLinks.Open(files));

    /// <inheritdoc/>
    protected override ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken) => WriteGate.EnterAsync(cancellationToken);
}
