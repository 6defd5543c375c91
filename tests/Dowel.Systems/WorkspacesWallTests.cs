using Dowel.Conformance;
using Dowel.Data;
using Npgsql;
using Workspaces;

namespace Dowel.Systems;

/// <summary>PostgreSQL's own wall around projects, files and agents, tried by SQL that no repository sends.</summary>
public sealed class WorkspacesWallTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly UserId Ada = new(Guid.CreateVersion7());
    private static readonly UserId Bob = new(Guid.CreateVersion7());

    private TestDatabase _place = null!;
    private Database _store = null!;
    private NpgsqlConnection _bare = null!;
    private Project _adas = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Engine.Postgres.CreateAsync();
        var app = await WorkspacesRole.PrepareAsync(_place.ConnectionString);
        _store = await WorkspacesDatabase.OpenPostgresAsync(app, _place.ConnectionString, cancellationToken: Cancellation);
        _bare = new(app);
        await _bare.OpenAsync(Cancellation);
        _adas = await AddAsync(Ada);
        await AddAsync(Bob);
    }

    public async ValueTask DisposeAsync()
    {
        await _bare.DisposeAsync();
        await _store.DisposeAsync();
        await _place.DisposeAsync();
    }

    [Theory]
    [InlineData("projects", "name = 'taken'")]
    [InlineData("project_files", "content = 'taken'")]
    [InlineData("agent_states", "status = 'failed'")]
    public async Task Who_says_no_owner_has_no_rows(string table, string change)
    {
        foreach (var owner in (UserId?[])[null, new UserId(Guid.NewGuid())])
        {
            (await AskAsync(owner, $"select count(*) from {table}")).ShouldBe(0L);
            (await AskAsync(owner, $"with changed as (update {table} set {change} returning 1) select count(*) from changed")).ShouldBe(0L);
            (await AskAsync(owner, $"with gone as (delete from {table} returning 1) select count(*) from gone")).ShouldBe(0L);
        }

        (await _place.QueryAsync($"select count(*) from {WorkspacesMigrations.DefaultSchema}.{table} where not ({change})")).ShouldBe("2");
    }

    [Theory]
    [InlineData("projects")]
    [InlineData("project_files")]
    [InlineData("agent_states")]
    public async Task Who_says_an_owner_has_that_ones_rows_alone(string table)
    {
        (await AskAsync(Bob, $"select count(*) from {table}")).ShouldBe(1L);
        (await AskAsync(Bob, $"with gone as (delete from {table} returning 1) select count(*) from gone")).ShouldBe(1L);
        (await AskAsync(Ada, $"select count(*) from {table}")).ShouldBe(1L);
    }

    [Fact]
    public async Task No_row_can_be_given_to_another_or_put_below_one_of_another()
    {
        await RefusesAsync(Bob, $"update projects set owner_id = '{Ada.Value}' returning 1");
        await RefusesAsync(Bob, $"insert into projects values (gen_random_uuid(), '{Ada.Value}', 'x', null, now(), now(), 1, null) returning 1");
        await RefusesAsync(Bob, $"insert into project_files values (gen_random_uuid(), '{_adas.Id.Value}', 'x', '', now(), now()) returning 1");
        await RefusesAsync(Bob, $"update agent_states set project_id = '{_adas.Id.Value}' returning 1");
        await RefusesAsync(null, $"insert into projects values (gen_random_uuid(), '{Bob.Value}', 'x', null, now(), now(), 1, null) returning 1");
    }

    [Fact]
    public async Task The_role_cannot_take_the_wall_down()
    {
        foreach (var sql in (string[])["alter table projects disable row level security", "drop policy projects_owner on projects", "truncate projects cascade", "set row_security = off; select count(*) from projects"])
        {
            (await Should.ThrowAsync<PostgresException>(() => AskAsync(Bob, sql))).SqlState.ShouldBe("42501");
        }
    }

    [Fact]
    public async Task A_service_that_runs_as_a_superuser_does_not_start()
    {
        var refusal = await Should.ThrowAsync<RowSecurityBypassedException>(
            () => WorkspacesDatabase.OpenPostgresAsync(_place.ConnectionString, cancellationToken: Cancellation));

        refusal.Code.ShouldBe("DWL4016");
    }

    [Fact]
    public async Task The_owner_of_the_tables_can_be_the_service_since_the_wall_holds_him_too()
    {
        await using var place = await Engine.Postgres.CreateAsync();
        await WorkspacesRole.PrepareAsync(place.ConnectionString);
        await place.ExecuteAsync($"drop schema {WorkspacesMigrations.DefaultSchema}; grant create on database {new NpgsqlConnectionStringBuilder(place.ConnectionString).Database} to {WorkspacesRole.Name}");
        await using var store = await WorkspacesDatabase.OpenPostgresAsync(WorkspacesRole.ConnectionString(place.ConnectionString), cancellationToken: Cancellation);

        await new UserRepository(store).InsertAsync(new(Ada, "issuer|ada", Noon, Noon), Cancellation);
        await new ProjectRepository(store).InsertAsync(Ada, new(default, Ada, "compiler", null, Noon, Noon), Cancellation);
        (await new ProjectRepository(store).CountAsync(Ada, Cancellation)).ShouldBe(1);
        (await new ProjectRepository(store).CountAsync(Bob, Cancellation)).ShouldBe(0);
    }

    private async Task<Project> AddAsync(UserId owner)
    {
        await new UserRepository(_store).InsertAsync(new(owner, $"issuer|{owner.Value}", Noon, Noon), Cancellation);
        var project = await new ProjectRepository(_store).InsertAsync(owner, new(default, owner, "compiler", null, Noon, Noon), Cancellation);
        await new ProjectFileRepository(_store).InsertAsync(owner, new(default, project.Id, "a", "", Noon, Noon), Cancellation);
        await new AgentStateRepository(_store).InsertAsync(owner, new(default, project.Id, AgentStatus.Idle, new("goal", 0, []), Noon), Cancellation);
        return project;
    }

    private async Task RefusesAsync(UserId? owner, string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => AskAsync(owner, sql))).SqlState.ShouldBe("42501");

    private async Task<object?> AskAsync(UserId? owner, string sql)
    {
        await using var transaction = await _bare.BeginTransactionAsync(Cancellation);
        if (owner is { } known)
        {
            await using var say = new NpgsqlCommand($"select set_config('dowel.owner', '{known.Value}', true)", _bare);
            await say.ExecuteNonQueryAsync(Cancellation);
        }

        await using var command = new NpgsqlCommand(sql, _bare);
        var answer = await command.ExecuteScalarAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return answer;
    }
}
