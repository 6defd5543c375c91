using Dowel.Data;
using Dowel.Hosting.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Shop;

public abstract class GuideContract(Engine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_databases_are_one_start()
    {
        await using var place = await engine.CreateAsync();
        await using var other = await engine.CreateAsync();
        var builder = Services.Builder(null, [.. Services.SettingsOf(engine, place, "Shop"), .. Services.SettingsOf(engine, other, "Stock")]);
        Samples.AddSeveral(builder.Services, builder.Configuration);
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        await host.Services.GetRequiredService<IProductRepository>().InsertAsync(new("L-1", "lamp"), Cancellation);
        await host.Services.GetRequiredService<IShelfRepository>().InsertAsync(new("A", 3), Cancellation);

        (await place.QueryAsync("select title from products")).ShouldBe("lamp");
        (await other.QueryAsync("select room from shelves")).ShouldBe("3");
        host.Services.GetRequiredKeyedService<Database>("shop").ShouldNotBe(host.Services.GetRequiredKeyedService<Database>("stock"));
    }

    [Fact]
    public async Task A_service_that_is_stopped_while_it_starts_ends_quietly()
    {
        await using var place = await engine.CreateAsync();
        var recorder = new Recorder();
        using var host = Services.Make(
            recorder, new Scripts(("V1__notes.sql", Scripts.Notes), ("V2__slow.sql", $"{engine.Slow};")), Services.SettingsOf(engine, place));
        var running = Task.Run(() => Samples.RunAsync(host), Cancellation);
        while (recorder.Count(1002) < 2)
        {
            await Task.Delay(20, Cancellation);
        }

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await running;

        (await place.QueryAsync("select version from schema_history")).ShouldBe("1");
    }
}

public sealed class SqliteGuide() : GuideContract(Engine.Sqlite)
{
    [Fact]
    public async Task A_database_in_memory_lasts_as_long_as_its_service()
    {
        var name = $"notes-{Guid.NewGuid():n}";
        for (var i = 0; i < 2; i++)
        {
            using var host = Services.Make(null, null, ("Dowel:Provider", "sqlite"), ("Dowel:ConnectionString", $"Data Source={name};Mode=Memory;Cache=Shared"));
            await host.StartAsync(TestContext.Current.CancellationToken);
            var notes = host.Services.GetRequiredService<INoteRepository>();
            (await notes.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            await notes.InsertAsync(new(1, "words", null), TestContext.Current.CancellationToken);

            (await host.AskAsync()).Status.ShouldBe(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy);
        }
    }
}

public sealed class PostgresGuide() : GuideContract(Engine.Postgres)
{
    [Fact]
    public async Task A_data_source_with_a_password_that_changes_serves_statements_and_migrations()
    {
        await using var place = await Engine.Postgres.CreateAsync();
        var vault = new Vault();
        var builder = Services.Builder(null);
        Samples.AddSource(builder.Services, builder.Configuration, place.ConnectionString, vault);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        (await place.QueryAsync("select count(*) from products")).ShouldBe("0");
        await host.Services.GetRequiredService<Database>().PingAsync(TestContext.Current.CancellationToken);
        vault.Reads.ShouldBePositive();
    }
}
