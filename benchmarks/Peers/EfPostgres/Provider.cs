using Microsoft.EntityFrameworkCore;

namespace Dowel.Peers;

/// <summary>The kind of database that EF Core migrates here: PostgreSQL.</summary>
internal static class Provider
{
    /// <summary>Opens it by its connection string.</summary>
    public static void Use(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);
}
