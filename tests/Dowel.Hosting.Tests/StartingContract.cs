using Microsoft.Extensions.DependencyInjection;

namespace Dowel.Hosting.Tests;

public abstract class StartingContract(Engine engine) : IAsyncLifetime
{
    private TestDatabase _place = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await engine.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await _place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_service_migrates_its_database_when_it_starts_and_answers()
    {
        using var host = Services.Make([.. Place]);
        await host.StartAsync(Cancellation);

        var notes = host.Services.GetRequiredService<INoteRepository>();
        await notes.InsertAsync(new(1, "buy nails", "ann"), Cancellation);

        (await notes.FindAsync(1, Cancellation)).ShouldBe(new(1, "buy nails", "ann"));
        (await _place.QueryAsync("select version from schema_history order by version")).ShouldBe("1,2");
        await host.StopAsync(Cancellation);
    }

    private IEnumerable<(string, string?)> Place =>
        [("Dowel:Provider", Services.NameOf(engine)), ("Dowel:ConnectionString", _place.ConnectionString)];
}

public sealed class SqliteStarting() : StartingContract(Engine.Sqlite);

public sealed class PostgresStarting() : StartingContract(Engine.Postgres);
