using Dowel.Data;
using Microsoft.EntityFrameworkCore;
using PlayerEngagement;
using SystemsHost;

namespace Dowel.Benchmarks;

/// <summary>EF Core with pooled contexts, as its documentation shows it: queries, rows that are changed, and one save.</summary>
/// <param name="rewards">Makes contexts of players and rewards.</param>
/// <param name="files">Makes contexts of projects and files.</param>
internal class EfPeer(IDbContextFactory<RewardsContext> rewards, IDbContextFactory<FilesContext> files) : IPeer
{
    /// <inheritdoc/>
    public async Task<ClaimResult> ClaimAsync(ClaimRequest claim, CancellationToken cancellationToken)
    {
        using var turn = await WaitAsync(cancellationToken);
        await using var context = await rewards.CreateDbContextAsync(cancellationToken);
        var row = await ReadAsync(context, claim, cancellationToken);
        var (answer, grant) = Decision.Of(row, claim);
        if (grant is null)
        {
            return new(answer, row is null ? null : await FindAsync(context, row, claim, cancellationToken));
        }

        Add(context, new GrantRow(grant), isFirst: row!.LastRewardDayId is null);
        await context.SaveChangesAsync(cancellationToken);
        return new(ClaimStatus.Granted, Receipt.Of(grant));
    }

    /// <inheritdoc/>
    public async Task<UpsertResult> WriteAsync(Guid owner, FileRow file, CancellationToken cancellationToken)
    {
        using var turn = await WaitAsync(cancellationToken);
        await using var context = await files.CreateDbContextAsync(cancellationToken);
        await using var scope = await TellAsync(context, owner, cancellationToken);
        var known = await context.FilesOf(owner, file.ProjectId).FirstOrDefaultAsync(other => other.Path == file.Path, cancellationToken);
        if (known is not null)
        {
            known.Content = file.Content;
            known.UpdatedAt = file.UpdatedAt;
        }
        else if (await context.Projects.AnyAsync(project => project.Id == file.ProjectId && project.OwnerId == owner, cancellationToken))
        {
            context.Files.Add(file);
        }
        else
        {
            return UpsertResult.Unchanged;
        }

        await context.SaveChangesAsync(cancellationToken);
        await EndAsync(context, cancellationToken);
        return known is null ? UpsertResult.Inserted : UpsertResult.Updated;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FileView>> ListAsync(Guid owner, Guid project, string after, int count, CancellationToken cancellationToken)
    {
        await using var context = await files.CreateDbContextAsync(cancellationToken);
        await using var scope = await TellAsync(context, owner, cancellationToken);
        var found = await context.FilesOf(owner, project)
            .Where(file => file.Path.CompareTo(after) > 0)
            .OrderBy(file => file.Path)
            .Take(count)
            .Select(file => new FileView(file.Path, file.Content, file.CreatedAt, file.UpdatedAt))
            .ToListAsync(cancellationToken);
        await EndAsync(context, cancellationToken);
        return found;
    }

    /// <summary>Tells the server whose rows are meant, in a transaction that is disposed of with what is returned.</summary>
    protected virtual ValueTask<IAsyncDisposable?> TellAsync(FilesContext context, Guid owner, CancellationToken cancellationToken) => default;

    /// <summary>Waits until this request may write.</summary>
    protected virtual ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken) => default;

    private static Task EndAsync(FilesContext context, CancellationToken cancellationToken) =>
        context.Database.CurrentTransaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    private static Task<FactsRow?> ReadAsync(RewardsContext context, ClaimRequest claim, CancellationToken cancellationToken)
    {
        var (user, key, policy) = (claim.ExternalUserId, claim.CorrelationId, claim.PolicyKey);
        return (from player in context.Players
                where player.ExternalUserId == user
                from streak in context.Streaks.Where(it => it.UserId == player.UserId).DefaultIfEmpty()
                from award in context.Awards.Where(it => it.UserId == streak.UserId && it.RewardDayId == streak.LastRewardDayId).DefaultIfEmpty()
                from rule in context.Rules.Where(it => it.PolicyKey == policy && it.IsActive).DefaultIfEmpty()
                from entry in context.Entries.Where(it => it.CorrelationId == key).DefaultIfEmpty()
                select new FactsRow
                {
                    UserId = player.UserId,
                    RewardTz = player.RewardTz,
                    SegmentKey = player.SegmentKey,
                    CurrentStreak = (int?)streak!.CurrentStreak,
                    LongestStreak = (int?)streak!.LongestStreak,
                    GraceUsed = (int?)streak!.GraceUsed,
                    LastRewardDayId = streak!.LastRewardDayId,
                    ModelState = streak!.ModelState,
                    LastAwardedAt = (DateTimeOffset?)award!.CreatedAt,
                    PolicyVersion = (int?)rule!.Version,
                    Definition = rule!.Definition,
                    EntryUserId = (long?)entry!.UserId,
                }).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<Receipt?> FindAsync(RewardsContext context, FactsRow row, ClaimRequest claim, CancellationToken cancellationToken)
    {
        var award = await context.Awards.AsNoTracking().FirstOrDefaultAsync(
            it => it.UserId == row.UserId && (row.EntryUserId == null ? it.RewardDayId == row.LastRewardDayId : it.ReceiptId == claim.CorrelationId), cancellationToken);
        return award?.ToReceipt();
    }

    private static void Add(RewardsContext context, GrantRow grant, bool isFirst)
    {
        var streak = new StreakRow
        {
            UserId = grant.UserId,
            CurrentStreak = grant.CurrentStreak,
            LongestStreak = grant.LongestStreak,
            GraceUsed = grant.GraceUsed,
            LastRewardDayId = grant.RewardDayId,
            ModelState = grant.State,
            UpdatedAt = grant.Now,
        };
        context.Entry(streak).State = isFirst ? EntityState.Added : EntityState.Modified;
        context.Awards.Add(new()
        {
            UserId = grant.UserId,
            RewardDayId = grant.RewardDayId,
            XpAwarded = grant.Xp,
            StreakDay = grant.StreakDay,
            PolicyKey = grant.PolicyKey,
            PolicyVersion = grant.PolicyVersion,
            ReceiptId = grant.CorrelationId,
            ModelStateSnapshot = grant.State,
            CreatedAt = grant.Now,
        });
        context.Entries.Add(new()
        {
            UserId = grant.UserId,
            Amount = grant.Xp,
            Reason = LedgerEntry.DailyLogin,
            CorrelationId = grant.CorrelationId,
            PolicyKey = grant.PolicyKey,
            PolicyVersion = grant.PolicyVersion,
            SeasonId = grant.SeasonId,
            Metadata = grant.Details,
            CreatedAt = grant.Now,
        });
    }
}
