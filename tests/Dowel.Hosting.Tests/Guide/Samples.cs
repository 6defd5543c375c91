using Dowel.Hosting;
using Dowel.Postgres;
using Dowel.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Shop;

/// <summary>The samples of the guide to hosting.</summary>
internal static class Samples
{
    public static async Task RunAsync(IHost host)
    {
        try
        {
            await host.RunAsync();
        }
        catch (OperationCanceledException)
        {
            // It was told to stop before it had started.
        }
    }

    public static void AddSeveral(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDowel("shop", configuration.GetSection("Shop"))
            .AddSqlite().AddPostgres()
            .AddMigrations(typeof(Product).Assembly, "shop/")
            .AddRepository<IProductRepository>(session => new ProductRepository(session));
        services.AddDowel("stock", configuration.GetSection("Stock"))
            .AddSqlite().AddPostgres()
            .AddMigrations(typeof(Product).Assembly, "stock/")
            .AddRepository<IShelfRepository>(session => new ShelfRepository(session));
    }

    public static void AddOne(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDowel(configuration.GetSection("Dowel"))
            .AddSqlite().AddPostgres()
            .AddMigrations(typeof(Product).Assembly)
            .AddRepository<IProductRepository>(session => new ProductRepository(session));
    }

    public static void AddSource(IServiceCollection services, IConfiguration configuration, string connectionString, Vault vault)
    {
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString)
            .UsePeriodicPasswordProvider((_, stop) => vault.ReadAsync(stop), TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5))
            .Build());
        services.AddDowel(configuration.GetSection("Dowel"))
            .AddPostgres(provider => provider.GetRequiredService<NpgsqlDataSource>())
            .AddMigrations(typeof(Product).Assembly, "shop/");
    }
}
