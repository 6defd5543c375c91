using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using SystemsHost;

namespace Dowel.Benchmarks;

/// <summary>Measures the service on PostgreSQL beside Dapper and EF Core.</summary>
internal static class Program
{
    private static Task Main(string[] arguments) => HostBenchmark.RunAsync(
        arguments,
        async () => await PostgresRacePlace.CreateAsync(),
        new("PostgreSQL", ["Dapper", "Dapper, tuned", "EF Core 10", "EF Core 10, tuned"], Make),
        "One database, a schema for each system; the service's role is held back by row security, and so are the peers, who tell the server the owner before each statement: Dapper in the same round trip, EF Core in a transaction that it begins.",
        "Dapper 2.1.86, EF Core 10.0.0 with pooled contexts, Npgsql 10.0.0 for all. Tuned: automatic preparation and No Reset On Close=true, as Dowel sets them by itself.");

    private static IReadOnlyList<IPeer> Make(IConfiguration configuration)
    {
        var connection = HostSettings.Read(configuration).Connection!;
        return [.. MakeOver(connection, isTuned: false).Concat(MakeOver(connection, isTuned: true)).OrderBy(peer => peer is EfPeer)];
    }

    private static IEnumerable<IPeer> MakeOver(string connectionString, bool isTuned)
    {
        var (rewards, files) = (Open(SystemNames.PlayerEngagement), Open(SystemNames.Workspaces));
        return [new PostgresDapper(rewards, files), new PostgresEf(Contexts<RewardsContext>(rewards), Contexts<FilesContext>(files))];

        NpgsqlDataSource Open(string schema)
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, Pooling = true };
            if (isTuned)
            {
                (settings.NoResetOnClose, settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (true, 100, 2);
            }

            return NpgsqlDataSource.Create(settings);
        }
    }

    private static PooledDbContextFactory<T> Contexts<T>(NpgsqlDataSource source)
        where T : DbContext => new(new DbContextOptionsBuilder<T>().UseNpgsql(source).Options);
}
