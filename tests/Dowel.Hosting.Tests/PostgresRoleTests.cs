using Dowel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Dowel.Hosting.Tests;

public sealed class PostgresRoleTests : IAsyncLifetime
{
    private readonly string _role = $"app_{Guid.NewGuid():n}";
    private TestDatabase _place = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Of the role that the service has; migrations run as the one that owns all.
    private string AsService => new NpgsqlConnectionStringBuilder(_place.ConnectionString) { Username = _role }.ConnectionString;

    private Scripts Guarded => new(
        ("V1__notes.sql", $"{Scripts.Notes}; grant usage on schema public to {_role}; grant all on all tables in schema public to {_role};"),
        ("V2__wall.sql", "alter table notes enable row level security; create policy all_rows on notes using (true);"));

    public async ValueTask InitializeAsync()
    {
        _place = await Engine.Postgres.CreateAsync();
        await _place.ExecuteAsync($"create role {_role} login");
    }

    public async ValueTask DisposeAsync()
    {
        await _place.ExecuteAsync($"drop owned by {_role} cascade");
        await _place.ExecuteAsync($"drop role {_role}");
        await _place.DisposeAsync();
    }

    [Fact]
    public async Task A_service_starts_as_a_role_that_the_server_holds_back()
    {
        using var host = Make(AsService, ("Dowel:MigrationConnectionString", _place.ConnectionString));
        await host.StartAsync(Cancellation);

        (await host.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
        (await _place.QueryAsync("select version from schema_history order by version")).ShouldBe("1,2");
    }

    [Fact]
    public async Task A_service_does_not_start_as_one_that_it_does_not()
    {
        var recorder = new Recorder();
        using var host = Make(_place.ConnectionString, recorder);

        (await Should.ThrowAsync<RowSecurityBypassedException>(() => host.StartAsync(Cancellation))).Code.ShouldBe("DWL4016");

        recorder.Count(1009).ShouldBe(1);
    }

    [Fact]
    public async Task A_wall_that_is_taken_down_later_ends_readiness()
    {
        using var host = Make(AsService, ("Dowel:MigrationConnectionString", _place.ConnectionString));
        await host.StartAsync(Cancellation);
        await _place.ExecuteAsync("alter table notes disable row level security");

        var (status, entry) = await host.AskAsync();

        status.ShouldBe(HealthStatus.Unhealthy);
        entry.Description!.ShouldStartWith("DWL4016");
    }

    [Fact]
    public async Task SQLite_is_not_asked()
    {
        await using var place = await Engine.Sqlite.CreateAsync();
        using var host = Services.Make(null, null, [.. Services.SettingsOf(Engine.Sqlite, place), ("Dowel:GuardedTables:0", "notes")]);
        await host.StartAsync(Cancellation);

        await host.Services.GetRequiredService<Database>().RequireRowSecurityAsync(["notes"], Cancellation);
        (await host.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    private IHost Make(string connectionString, params IEnumerable<(string, string?)> settings) => Make(connectionString, null, settings);

    private IHost Make(string connectionString, Recorder? recorder, params IEnumerable<(string, string?)> settings) => Services.Make(
        recorder, Guarded,
        [("Dowel:Provider", "postgres"), ("Dowel:ConnectionString", connectionString), ("Dowel:GuardedTables:0", "notes"), .. settings]);
}
