using Microsoft.EntityFrameworkCore;

namespace Dowel.Benchmarks;

/// <summary>Players and rewards as EF Core knows them.</summary>
/// <param name="options">How it connects.</param>
internal sealed class RewardsContext(DbContextOptions<RewardsContext> options) : SnakeContext(options)
{
    public DbSet<PlayerRow> Players => Set<PlayerRow>();

    public DbSet<StreakRow> Streaks => Set<StreakRow>();

    public DbSet<AwardRow> Awards => Set<AwardRow>();

    public DbSet<EntryRow> Entries => Set<EntryRow>();

    public DbSet<RuleRow> Rules => Set<RuleRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Map<PlayerRow>(modelBuilder, "xp_users", [nameof(PlayerRow.UserId)]);
        Map<StreakRow>(modelBuilder, "xp_streaks", [nameof(StreakRow.UserId)], nameof(StreakRow.ModelState));
        Map<AwardRow>(modelBuilder, "xp_awards", [nameof(AwardRow.AwardId)], nameof(AwardRow.ModelStateSnapshot));
        Map<EntryRow>(modelBuilder, "xp_ledger", [nameof(EntryRow.LedgerId)], nameof(EntryRow.Metadata));
        Map<RuleRow>(modelBuilder, "xp_rules", [nameof(RuleRow.PolicyKey), nameof(RuleRow.Version)], nameof(RuleRow.Definition));
        modelBuilder.Entity<StreakRow>().Property(streak => streak.UserId).ValueGeneratedNever();
    }
}
