using Dapper;
using Dowel.Cli;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SystemsHost;

namespace Dowel.Benchmarks;

/// <summary>Measures the service on SQLite beside Dapper and EF Core.</summary>
internal static class Program
{
    private static Task Main(string[] arguments)
    {
        SqliteNativeLibrary.Use();
        return HostBenchmark.RunAsync(
            arguments,
            () => Task.FromResult<RacePlace>(new SqliteRacePlace()),
            new("SQLite", ["Dapper", "EF Core 6"], Make),
            "A file for each system in write-ahead mode, synchronous = normal, for all.",
            "Dapper 2.1.86 on Microsoft.Data.Sqlite 6.0.7, EF Core 6.0.0 with pooled contexts; connections from the driver's pool, opened for each request.",
            "The peers' requests that write wait for each other before they open a connection: left to the driver they would sleep 150 ms whenever the file is locked.");
    }

    private static IReadOnlyList<IPeer> Make(IConfiguration configuration)
    {
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new GuidText());
        SqlMapper.AddTypeHandler(new MomentText());
        var folder = HostSettings.Read(configuration).Data;
        var (rewards, files) = (SqliteLinks.Of(folder, SystemNames.PlayerEngagement), SqliteLinks.Of(folder, SystemNames.Workspaces));
        return [new SqliteDapper(rewards, files), new SqliteEf(Contexts<RewardsContext>(rewards), Contexts<FilesContext>(files))];
    }

    private static PooledDbContextFactory<T> Contexts<T>(string connectionString)
        where T : DbContext =>
        new(new DbContextOptionsBuilder<T>().UseSqlite(connectionString).AddInterceptors(new SqliteLinks()).Options);
}
