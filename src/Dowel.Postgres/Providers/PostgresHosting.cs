using Dowel.Data;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Registers PostgreSQL with a host.</summary>
public static class PostgresHosting
{
    /// <summary>Adds PostgreSQL, which a configuration names <c>postgres</c>.</summary>
    /// <typeparam name="TProviders">The host's builder.</typeparam>
    /// <param name="providers">Where engines register.</param>
    /// <param name="options">Whether statements are prepared; null for the defaults. The host's own schema and time limit go before.</param>
    /// <returns>The builder.</returns>
    public static TProviders AddPostgres<TProviders>(this TProviders providers, PostgresDatabaseOptions? options = null)
        where TProviders : IDatabaseProviders
    {
        providers.Add(_ => new PostgresProvider(options ?? new(), source: null));
        return providers;
    }

    /// <summary>Adds PostgreSQL over a data source that the host has, for passwords that change and what else no connection string can say.</summary>
    /// <typeparam name="TProviders">The host's builder.</typeparam>
    /// <param name="providers">Where engines register.</param>
    /// <param name="source">Finds the source, when the database is first used; it stays the host's. Statements and migrations both go through it.</param>
    /// <param name="options">Whether statements are prepared; null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The source is as <see cref="PostgresDatabase(NpgsqlDataSource, PostgresDatabaseOptions?)"/> wants it.</remarks>
    public static TProviders AddPostgres<TProviders>(
        this TProviders providers, Func<IServiceProvider, NpgsqlDataSource> source, PostgresDatabaseOptions? options = null)
        where TProviders : IDatabaseProviders
    {
        ArgumentNullException.ThrowIfNull(source);
        providers.Add(services => new PostgresProvider(options ?? new(), new(() => source(services))));
        return providers;
    }
}
