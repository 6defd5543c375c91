using Microsoft.EntityFrameworkCore;

namespace Dowel.Benchmarks;

/// <summary>EF Core on SQLite.</summary>
/// <param name="rewards">Makes contexts of players and rewards.</param>
/// <param name="files">Makes contexts of projects and files.</param>
internal sealed class SqliteEf(IDbContextFactory<RewardsContext> rewards, IDbContextFactory<FilesContext> files) : EfPeer(rewards, files)
{
    /// <inheritdoc/>
    protected override ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken) => WriteGate.EnterAsync(cancellationToken);
}
