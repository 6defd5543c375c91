using Microsoft.EntityFrameworkCore;

namespace Dowel.Peers;

/// <summary>What EF Core migrates: the sample's notes, or no model at all where the migrations are generated SQL.</summary>
/// <param name="connectionString">The database, as the provider's driver names it.</param>
public sealed partial class PeerContext(string connectionString) : DbContext
{
    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => Provider.Use(optionsBuilder, connectionString);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => AddNotes(modelBuilder);

    static partial void AddNotes(ModelBuilder model);
}
