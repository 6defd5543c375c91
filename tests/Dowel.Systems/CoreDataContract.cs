using CoreData;
using Dowel.Conformance;
using Dowel.Migrations;

namespace Dowel.Systems;

public abstract class CoreDataContract(Engine engine)
    : SystemContract(engine, CoreDataMigrations.Assembly, CoreDataMigrations.HistoryTable, tokens: true)
{
    private readonly Engine _engine = engine;

    [Fact]
    public async Task The_roles_are_seeded_once()
    {
        await RunEveryStatementAgainAsync();

        (await Database.QueryAsync("select name from roles order by name")).ShouldBe("admin,editor,viewer");
    }

    [Fact]
    public async Task A_role_that_was_reworded_stays_as_it_is()
    {
        await RunAsync("update roles set description = 'Chief' where name = 'admin'");

        await RunEveryStatementAgainAsync();

        (await Database.QueryAsync("select description from roles where name = 'admin'")).ShouldBe("Chief");
    }

    [Fact]
    public async Task A_token_is_unique_by_its_hash()
    {
        const string Token = "insert into user_tokens (user_id, token_hash, purpose, expires_at) values (1, 'hash', 'access', '2030-01-01T00:00:00Z');";
        await RunAsync("insert into users (email, display_name) values ('ann@x', 'Ann'); " + Token);

        await RefusesAsync(Token);
    }

    [Fact]
    public async Task An_event_outlives_its_actor()
    {
        await RunAsync("""
            insert into users (email, display_name) values ('ann@x', 'Ann');
            insert into audit_events (actor_id, action, subject_type, subject_id) values (1, 'edit', 'page', '7');
            delete from users;
            """);

        (await Database.QueryAsync("select count(*) from audit_events where actor_id is null")).ShouldBe("1");
    }

    private async Task RunEveryStatementAgainAsync()
    {
        await using var database = Database.Open();
        var tokens = new ScriptTokens(null, new Dictionary<string, string>(), database.Dialect);
        var set = ScriptSetLoader.Load([new AssemblySource(CoreDataMigrations.Assembly)], _engine.Dialect, new() { Tokens = true });
        var plan = MigrationPlan.Create(set, History.Empty, new() { Dialect = database.Dialect, Tokens = tokens });
        foreach (var statement in plan.Pending.SelectMany(script => script.Statements))
        {
            await RunAsync(statement.Text);
        }
    }
}

public sealed class SqliteCoreData() : CoreDataContract(Engine.Sqlite);

public sealed class PostgresCoreData() : CoreDataContract(Engine.Postgres);
