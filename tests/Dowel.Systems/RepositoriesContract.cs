using Dowel.Conformance;
using Dowel.Data;

namespace Dowel.Systems;

/// <summary>A system's own database, opened as its service opens it.</summary>
public abstract class RepositoriesContract(Engine engine) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private TestDatabase _place = null!;

    protected Database Store { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Task<Database> OpenSqliteAsync(string connectionString);

    protected abstract Task<Database> OpenPostgresAsync(string connectionString);

    public async ValueTask InitializeAsync()
    {
        _place = await engine.CreateAsync();
        Store = engine == Engine.Sqlite ? await OpenSqliteAsync(_place.ConnectionString) : await OpenPostgresAsync(_place.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task It_answers_and_takes_writes()
    {
        var health = await Store.CheckHealthAsync(Cancellation);

        health.IsHealthy.ShouldBeTrue(health.Failure?.Message);
        (await Store.PingAsync(Cancellation)).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
