using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Registers SQLite with a host.</summary>
public static class SqliteHosting
{
    /// <summary>Adds SQLite, which a configuration names <c>sqlite</c>.</summary>
    /// <typeparam name="TProviders">The host's builder.</typeparam>
    /// <param name="providers">Where engines register.</param>
    /// <param name="options">Limits; null for the defaults. The host's own time limit for statements goes before.</param>
    /// <returns>The builder.</returns>
    public static TProviders AddSqlite<TProviders>(this TProviders providers, SqliteDatabaseOptions? options = null)
        where TProviders : IDatabaseProviders
    {
        providers.Add(_ => new SqliteProvider(options ?? new()));
        return providers;
    }
}
