using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>Every endpoint as it is meant to be used, and what is told of it to those who watch the service.</summary>
public abstract class SessionContract(SharedHost host) : HostContract(host)
{
    [Fact]
    public Task Accounts_are_made_used_and_administered() => AccountSession.RunAsync(Host);

    [Fact]
    public Task Projects_are_made_worked_on_and_deleted() => WorkspaceSession.RunAsync(Host);

    [Fact]
    public Task Deployments_are_asked_for_and_run() => DeploySession.RunAsync(Host);

    [Fact]
    public Task Rewards_are_claimed_and_entered() => RewardSession.RunAsync(Host);

    [Fact]
    public async Task Nothing_of_it_is_in_logs_traces_or_metrics_and_no_endpoint_is_left_out()
    {
        using var traces = new Traces();

        string[] secrets =
        [
            .. await AccountSession.RunAsync(Host), .. await WorkspaceSession.RunAsync(Host), .. await DeploySession.RunAsync(Host), .. await RewardSession.RunAsync(Host),
            RunningHost.ServerPassword,
        ];
        var metrics = (await Nobody.GetAsync("/metrics")).ShouldBe(200).Text;
        foreach (var open in (string[])["/health/live", "/health/ready", "/openapi/v1.json"])
        {
            (await Nobody.GetAsync(open)).ShouldBe(200).Text.ShouldNotContain(RunningHost.ServerPassword);
        }

        Running.Reached.Endpoints.ShouldBe(EndpointTable.All.Select(endpoint => endpoint.Name), ignoreOrder: true);
        var (log, told) = (Running.Log.All, traces.All);
        log.ShouldContain("Request starting");
        told.ShouldContain("db.query.summary=ProjectRepository.InsertAsync");
        metrics.ShouldContain("db_client_operation_duration_seconds_bucket");
        metrics.ShouldContain("db_query_summary=\"ProjectRepository.InsertAsync\"");
        foreach (var secret in secrets)
        {
            (log.Contains(secret, StringComparison.Ordinal), told.Contains(secret, StringComparison.Ordinal), metrics.Contains(secret, StringComparison.Ordinal))
                .ShouldBe((false, false, false), $"'{secret}' in log, traces, metrics");
        }
    }
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteSession(SqliteHost host) : SessionContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresSession(PostgresHost host) : SessionContract(host);
