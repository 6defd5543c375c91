namespace Dowel.HostProcesses;

/// <summary>Whom the service works as on PostgreSQL.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private PostgresPlace _place = null!;

    public async ValueTask InitializeAsync() => _place = await PostgresPlace.CreateAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task A_superuser_is_refused_and_told_what_to_do()
    {
        using var host = HostProcess.Start(_place, "--connection", _place.Owner);

        (await host.ExitAsync()).ShouldBe(1, host.Output);

        host.Output.ShouldContain("DWL4016: Role 'postgres' is a superuser");
        host.Output.ShouldContain("create role app login nosuperuser nobypassrls");
        host.Output.ShouldNotContain(HostProcess.Listening);
        host.Output.ShouldNotContain(PostgresPlace.Secret);
    }

    [Fact]
    public async Task The_role_of_the_service_makes_no_table_and_needs_another_for_that()
    {
        using (var alone = HostProcess.Start(_place, "--migrate-connection", _place.Service))
        {
            (await alone.ExitAsync()).ShouldBe(1, alone.Output);
            alone.Output.ShouldContain("DWL1115: ");
        }

        using (var both = HostProcess.Start(_place))
        {
            await both.WaitUntilReadyAsync();
            (await both.TerminateAsync()).ShouldBe(0, both.Output);
            both.Output.ShouldNotContain(PostgresPlace.Secret);
        }

        (await _place.QueryAsync("public", "select distinct tableowner from pg_tables where schemaname in ('core_data', 'deploy_store', 'game_accounts', 'workspaces', 'xp')"))
            .ShouldBe("postgres");
        using var later = HostProcess.Start(_place, "--migrate-connection", _place.Service, "--migrations", "Verify");
        await later.WaitUntilReadyAsync();
    }
}
