using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dowel.Benchmarks;

/// <summary>The tables as EF Core knows them.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options) : DbContext(options)
{
    /// <summary>What is read.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>What is written; of a type of its own, since EF Core knows a table by it.</summary>
    public DbSet<InsertedAccount> Inserted => Set<InsertedAccount>();

    /// <summary>What is counted.</summary>
    public DbSet<Counter> Counters => Set<Counter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Map(modelBuilder.Entity<Account>(), "accounts");
        Map(modelBuilder.Entity<InsertedAccount>(), "inserted");
        var counter = modelBuilder.Entity<Counter>().ToTable("counters");
        counter.HasKey(it => it.Id);
        counter.Property(it => it.Id).HasColumnName("id").ValueGeneratedNever();
        counter.Property(it => it.N).HasColumnName("n");
    }

    private static void Map<T>(EntityTypeBuilder<T> entity, string table)
        where T : class
    {
        entity.ToTable(table).HasKey("UserId");
        entity.Property<long>("UserId").HasColumnName("user_id").ValueGeneratedNever();
        entity.Property<string>("Email").HasColumnName("email");
        entity.Property<string>("Username").HasColumnName("username");
        entity.Property<string>("PassHash").HasColumnName("pass_hash");
        entity.Property<long>("CreatedAt").HasColumnName("created_at");
        entity.Property<long?>("LastLoginAt").HasColumnName("last_login_at");
    }
}
