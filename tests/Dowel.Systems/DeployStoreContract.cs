using DeployStore;
using Dowel.Conformance;

namespace Dowel.Systems;

public abstract class DeployStoreContract(Engine engine)
    : SystemContract(engine, DeployStoreMigrations.Assembly, DeployStoreMigrations.HistoryTable, tokens: null)
{
    private const string Live = """
        insert into users (id, email, role, created_at, updated_at) values ('u', 'u@x', 'owner', 1, 1);
        insert into deployments (id, name, config, created_by, created_at) values ('d', 'web', '{"replicas": 2}', 'u', 1);
        insert into services (id, name, deployment_id, started_at, updated_at) values ('s', 'web', 'd', 1, 1);
        """;

    [Fact]
    public async Task The_history_has_the_name_asked_for() =>
        (await Database.QueryAsync("select version from schema_migrations order by rank")).ShouldStartWith("000,001");

    [Theory]
    [InlineData("owner")]
    [InlineData("admin")]
    [InlineData("developer")]
    [InlineData("viewer")]
    public Task A_known_role_is_taken(string role) => RunAsync(
        $"insert into users (id, email, role, created_at, updated_at) values ('u', 'u@x', '{role}', 1, 1)");

    [Fact]
    public Task An_unknown_role_is_refused() => RefusesAsync(
        "insert into users (id, email, role, created_at, updated_at) values ('u', 'u@x', 'root', 1, 1)");

    [Fact]
    public async Task A_deployment_with_a_live_service_cannot_be_deleted()
    {
        await RunAsync(Live);

        await RefusesAsync("delete from deployments");
        await RunAsync("delete from services; delete from deployments");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    public async Task A_config_is_a_JSON_object(string config)
    {
        await RunAsync(Live);

        await RefusesAsync($"update deployments set config = '{config}'");
    }
}

public sealed class SqliteDeployStore() : DeployStoreContract(Engine.Sqlite);

public sealed class PostgresDeployStore() : DeployStoreContract(Engine.Postgres);
