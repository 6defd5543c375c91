using Microsoft.EntityFrameworkCore;

namespace Dowel.Benchmarks;

/// <summary>EF Core on PostgreSQL.</summary>
/// <param name="rewards">Makes contexts of players and rewards.</param>
/// <param name="files">Makes contexts of projects and files.</param>
internal sealed class PostgresEf(IDbContextFactory<RewardsContext> rewards, IDbContextFactory<FilesContext> files) : EfPeer(rewards, files)
{
    /// <inheritdoc/>
    protected override async ValueTask<IAsyncDisposable?> TellAsync(FilesContext context, Guid owner, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"select set_config('dowel.owner', {owner.ToString()}, true)", cancellationToken);
        return transaction;
    }
}
