using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting.Tests;

public abstract class HealthContract(Engine engine) : IAsyncLifetime
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
    public async Task A_service_that_has_its_schema_is_ready_and_says_which()
    {
        using var host = Make();
        await host.StartAsync(Cancellation);

        var (status, entry) = await host.AskAsync();

        status.ShouldBe(HealthStatus.Healthy, entry.Description);
        entry.Data["provider"].ShouldBe(engine.Dialect.Name);
        entry.Data["schema_version"].ShouldBe("2");
        entry.Data["pending"].ShouldBe(Array.Empty<string>());
        entry.Data["takes_writes"].ShouldBe(true);
        entry.Data["server_version"].ShouldBeOfType<string>().ShouldNotBeEmpty();
        entry.Data["latency_ms"].ShouldBeOfType<double>();
    }

    [Fact]
    public async Task A_service_that_does_not_migrate_is_ready_once_somebody_else_has()
    {
        using var host = Make(("Dowel:Migrations", "Off"));
        await _place.ExecuteAsync("create table other (id bigint)");
        await host.StartAsync(Cancellation);

        var (status, entry) = await host.AskAsync();
        status.ShouldBe(HealthStatus.Unhealthy);
        entry.Data["pending"].ShouldBe(new[] { "V1__notes.sql", "V2__authors.sql" });

        using (var other = Make())
        {
            await other.StartAsync(Cancellation);
        }

        (await host.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_later_release_does_not_take_the_earlier_one_out_of_traffic()
    {
        using var earlier = Services.Make(null, new Scripts(("V1__notes.sql", Scripts.Notes)), Services.SettingsOf(engine, _place));
        await earlier.StartAsync(Cancellation);
        using var later = Services.Make(
            null, new Scripts(("V1__notes.sql", Scripts.Notes), ("V2__tags.sql", "create table tags (name text)")), Services.SettingsOf(engine, _place));
        await later.StartAsync(Cancellation);

        var (status, entry) = await earlier.AskAsync();

        status.ShouldBe(HealthStatus.Degraded);
        entry.Data["findings"].ShouldBe(new[] { "DWL1007" });
        entry.Data["schema_version"].ShouldBe("2");
        (await later.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_service_that_is_stopping_is_not_ready_and_lives()
    {
        using var host = Make();
        await host.StartAsync(Cancellation);
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await host.AskAsync()).Entry.Description.ShouldBe("The service is stopping.");
        var live = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("live"), Cancellation);
        live.Entries.Keys.ShouldBe(["process"]);
        live.Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_database_that_can_only_be_read_takes_no_traffic()
    {
        using (var writer = Make())
        {
            await writer.StartAsync(Cancellation);
        }

        var restriction = engine == Engine.Sqlite ? ";Mode=ReadOnly" : ";Options=-c default_transaction_read_only=on";
        using var host = Services.Make(
            null, null, ("Dowel:Provider", engine.Dialect.Name), ("Dowel:ConnectionString", _place.ConnectionString + restriction), ("Dowel:Migrations", "Verify"));
        await host.StartAsync(Cancellation);

        var (status, entry) = await host.AskAsync();

        status.ShouldBe(HealthStatus.Unhealthy);
        entry.Description!.ShouldEndWith("takes no writes.");
    }

    private IHost Make(params IEnumerable<(string, string?)> settings) => Services.Make(null, null, [.. Services.SettingsOf(engine, _place), .. settings]);
}

public sealed class SqliteHealth() : HealthContract(Engine.Sqlite);

public sealed class PostgresHealth() : HealthContract(Engine.Postgres);
