using Dowel.Data;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>A PostgreSQL database with a table of numbers, used over one pooled connection.</summary>
public abstract class PostgresDataTest : IAsyncLifetime
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestDatabase Target { get; private set; } = null!;

    private protected PostgresDatabase Data { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Target = await Engine.Postgres.CreateAsync();
        await Target.ExecuteAsync("create table numbers (n bigint primary key, constraint numbers_small check (n < 1000000))");
        Data = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        await Target.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected PostgresDatabase Open(PostgresDatabaseOptions? options = null, Action<NpgsqlConnectionStringBuilder>? change = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(Target.ConnectionString) { Pooling = true, MaxPoolSize = 1 };
        change?.Invoke(settings);
        return PostgresDatabase.Open(settings.ConnectionString, options);
    }

    private protected static async Task<T> AskAsync<T>(Session session, Told told, params long[] values) =>
        await session.SingleAsync<Tell<T>, T>(new(told, values), Cancellation);

    private protected static async Task<long> DoAsync(Session session, Told told, params long[] values) =>
        await session.ExecuteAsync(new Tell<long>(told, values), Cancellation);

    /// <summary>Ends the server's end of all connections to this database but the one that asks.</summary>
    protected Task TerminateAsync() => Target.ExecuteAsync(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'");

    /// <summary>Waits until a session runs a statement that has some words.</summary>
    protected async Task RunsAsync(string words)
    {
        while (await Target.QueryAsync(
            $"select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and datname = current_database() and query like '%{words}%'") == "0")
        {
            await Task.Delay(10, Cancellation);
        }
    }
}
