using System.Data.Common;
using Dowel.Data;
using Dowel.Hosting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SystemsHost;

namespace Dowel.HostTests;

/// <summary>A database that is busy, slow, or not there, and comes back.</summary>
public abstract class OutageContract(DatabaseEngine engine) : IAsyncLifetime
{
    private User _user = null!;

    // Who asks for its health has no token, and nothing is looked up.
    private User Nobody => _user with { Token = null };

    protected RunningHost Host { get; } = new(engine)
    {
        Configure = services => services
            .PostConfigureAll<DowelOptions>(options => options.StatementTimeout = TimeSpan.FromSeconds(1))
            .PostConfigure<RequestTimeoutOptions>(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(8), TimeoutStatusCode = timeouts.DefaultPolicy!.TimeoutStatusCode }),
    };

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        _user = await User.AddAsync(Host, "ann@example.org");
        await _user.GetAsync("/workspaces/projects");
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_waits_too_long_for_others_is_told_to_come_back()
    {
        await using (var connection = await Host.Tables.OpenAsync(SystemNames.Workspaces))
        {
            await RunAsync(connection, engine == DatabaseEngine.Sqlite ? "begin immediate" : "begin; lock table projects in access exclusive mode");
            var reply = await _user.PostAsync("/workspaces/projects", new { name = "late-project" });
            reply.ShouldBe(503, 504).Code.ShouldBe(reply.Status == 503 ? "DWL4009" : "DWL4006");
            await RunAsync(connection, "rollback");
        }

        (await _user.PostAsync("/workspaces/projects", new { name = "late-project" })).ShouldBe(201);
    }

    [Fact]
    public async Task Without_its_database_it_is_not_ready_and_lives_on()
    {
        (await Nobody.GetAsync("/health/ready")).ShouldBe(200).Text.ShouldContain("\"dowel-workspaces\"");

        await TakeAwayAsync();
        var ready = (await Nobody.GetAsync("/health/ready")).ShouldBe(503);
        ready.Body.GetProperty("status").GetString().ShouldBe("Unhealthy");
        ready.Text.ShouldNotContain(RunningHost.ServerPassword);
        (await Nobody.GetAsync("/health/live")).ShouldBe(200);
        await ShouldBeRefusedAsync(_user);
        await BringBackAsync();

        (await Nobody.GetAsync("/health/ready")).ShouldBe(200);
        (await _user.PostAsync("/workspaces/projects", new { name = "after" })).ShouldBe(201);
    }

    protected abstract Task TakeAwayAsync();

    protected abstract Task BringBackAsync();

    protected abstract Task ShouldBeRefusedAsync(User user);

    protected static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class SqliteOutage() : OutageContract(DatabaseEngine.Sqlite)
{
    private string Path => System.IO.Path.Combine(Host.Folder, "workspaces.db");

    // Connections that are open keep the file that they have; whoever looks for it finds none.
    protected override Task TakeAwayAsync()
    {
        File.Move(Path, Path + ".away");
        return Task.CompletedTask;
    }

    protected override Task BringBackAsync()
    {
        File.Move(Path + ".away", Path, overwrite: true);
        return Task.CompletedTask;
    }

    protected override Task ShouldBeRefusedAsync(User user) => Task.CompletedTask;
}

public sealed class PostgresOutage() : OutageContract(DatabaseEngine.Postgres)
{
    protected override async Task TakeAwayAsync()
    {
        await SwitchAsync(isOpen: false);
        await OnServerAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'");
    }

    protected override Task BringBackAsync() => SwitchAsync(isOpen: true);

    protected override async Task ShouldBeRefusedAsync(User user)
    {
        foreach (var path in (string[])["/workspaces/projects", "/core/me", "/deploy/services", "/xp/player"])
        {
            (await user.GetAsync(path)).ShouldFail(503).Code!.ShouldStartWith("DWL400");
        }
    }

    private string Name => new NpgsqlConnectionStringBuilder(Host.OwnerConnection).Database!;

    private Task SwitchAsync(bool isOpen) => OnServerAsync($"alter database \"{Name}\" allow_connections {isOpen}");

    private async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Host.OwnerConnection) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await RunAsync(connection, sql);
    }
}
