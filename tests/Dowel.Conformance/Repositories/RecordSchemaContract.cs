using Dowel.Contracts;
using Dowel.Data;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Conformance;

/// <summary>Tables that are made from records fit them, and keep what the records say.</summary>
public abstract class RecordSchemaContract(Engine engine) : IAsyncLifetime
{
    private TestDatabase _target = null!;
    private Database _data = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected TestDatabase Target => _target;

    public async ValueTask InitializeAsync()
    {
        _target = await engine.CreateAsync();
        await _target.ExecuteAsync(RecordTables.Of(engine.Dialect));
        _data = _target.OpenData();
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        await _target.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_contract_check_finds_nothing()
    {
        await using var database = _target.Open();
        await using var postgres = database is PostgresMigrationDatabase server ? await server.OpenContractsAsync(Cancellation) : null;
        IContractDatabase compared = postgres is not null ? postgres : await ((SqliteMigrationDatabase)database).OpenContractsAsync(Cancellation);

        var found = await ContractCheck.RunAsync(RecordTables.Contracts, compared, Cancellation);

        found.Select(finding => $"{finding.Code} {finding.Problem}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Records_over_their_own_tables_change_nothing()
    {
        await using var database = _target.Open();
        await using var postgres = database is PostgresMigrationDatabase server ? await server.OpenContractsAsync(Cancellation) : null;
        IContractDatabase read = postgres is not null ? postgres : await ((SqliteMigrationDatabase)database).OpenContractsAsync(Cancellation);
        var made = await read.ReadModelAsync(Cancellation);

        var wanted = RecordOverlay.Apply(made, made, RecordTables.Contracts, RecordTables.Engine(engine.Dialect));

        wanted.Tables.SelectMany(table => table.Columns).ShouldBe(made.Tables.SelectMany(table => table.Columns));
        wanted.All.Select(each => each.Key).ShouldBe(made.All.Select(each => each.Key), ignoreOrder: true);
        RecordOverlay.Unrecorded(made, RecordTables.Contracts).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_in_a_circle_are_kept_and_go_as_the_records_say()
    {
        var (teams, members) = (new TeamRepository(_data), new MemberRepository(_data));
        var team = await teams.InsertAsync(new(default, "red", null), Cancellation);
        var ada = await members.InsertAsync(MemberOf(team), Cancellation);
        await teams.UpdateAsync(team with { LeaderId = ada.Id }, Cancellation);
        var bob = await members.InsertAsync(MemberOf(team) with { Name = "Bob", MentorId = ada.Id }, Cancellation);

        var read = (await members.FindAsync(ada.Id, Cancellation)).ShouldNotBeNull();
        (read with { Options = null, Tags = null }).ShouldBe(ada with { Options = null, Tags = null });
        (read.Options!.Theme, read.Tags!.Count).ShouldBe(("dark", 2));
        await Should.ThrowAsync<ForeignKeyViolationException>(async () => await members.DeleteAsync(ada.Id, Cancellation));
        await members.DeleteAsync(bob.Id, Cancellation);
        await members.DeleteAsync(ada.Id, Cancellation);
        (await teams.FindAsync(team.Id, Cancellation))!.LeaderId.ShouldBeNull();
        (await members.InsertAsync(MemberOf(team), Cancellation)).Id.Value.ShouldBeGreaterThan(bob.Id.Value);
        await teams.DeleteAsync(team.Id, Cancellation);
        (await members.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_rule_that_is_broken_is_told_by_its_name()
    {
        var (teams, members) = (new TeamRepository(_data), new MemberRepository(_data));
        var team = await teams.InsertAsync(new(default, "red", null), Cancellation);
        await members.InsertAsync(MemberOf(team), Cancellation);

        await RefusedAsync("members_age_check", MemberOf(team) with { Name = "a", Age = -1 });
        await RefusedAsync("members_grown_chk", MemberOf(team) with { Name = "a", Shade = Shade.Pale });
        await RefusedAsync("members_check", MemberOf(team) with { Name = "" });
        (await Should.ThrowAsync<UniqueViolationException>(async () => await members.InsertAsync(MemberOf(team), Cancellation)))
            .Violation.Columns.ShouldBe(["team_id", "name"]);
        await Should.ThrowAsync<Exception>(() => _target.ExecuteAsync($"update members set shade = 'red'"));

        async Task RefusedAsync(string name, Member member) =>
            (await Should.ThrowAsync<CheckViolationException>(async () => await members.InsertAsync(member, Cancellation))).Violation.Constraint.ShouldBe(name);
    }

    [Fact]
    public async Task Rows_that_others_insert_get_the_defaults()
    {
        var team = await new TeamRepository(_data).InsertAsync(new(default, "red", null), Cancellation);
        await _target.ExecuteAsync($"insert into members (team_id, name) values ('{team.Id}', 'a')");

        var member = (await new MemberRepository(_data).StreamAsync(Cancellation).ToListAsync(Cancellation)).ShouldHaveSingleItem();

        (member.Shade, member.Order, member.Age, member.Tags).ShouldBe((Shade.PitchBlack, 2, null, null));
    }

    private static Member MemberOf(Team team) =>
        new(default, team.Id, "Ada", Shade.PitchBlack, 36, 1, new("dark", [1]), ["a", "ü"], null);
}

public sealed class SqliteRecordSchema() : RecordSchemaContract(Engine.Sqlite)
{
    [Fact]
    public async Task Text_that_is_no_json_is_refused() =>
        await Should.ThrowAsync<Exception>(() => Target.ExecuteAsync("pragma foreign_keys = off; insert into members (team_id, name, options) values ('t', 'a', '{')"));
}

public sealed class PostgresRecordSchema() : RecordSchemaContract(Engine.Postgres)
{
    private const string Ada = "11";
    private const string Bob = "12";

    [Fact]
    public async Task A_list_is_read_in_the_order_of_its_index()
    {
        await Target.ExecuteAsync("""
            insert into teams (id, name) values ('00000000-0000-0000-0000-000000000001', 'red');
            insert into members (team_id, name) select '00000000-0000-0000-0000-000000000001', 'n' || i from generate_series(1, 5000) i;
            analyze members;
            """);
        var list = RecordTables.Contracts.Single(contract => contract.Table?.Name == "members").Statements
            .First(statement => statement.Postgres!.Sql.EndsWith("order by name collate \"C\", id limit $1", StringComparison.Ordinal));

        var plan = await Target.QueryAsync($"explain (costs off) {list.Postgres!.Sql.Replace("$1", "10", StringComparison.Ordinal)}");

        plan.ShouldContain("Index Scan using members_name_id_idx");
    }

    [Fact]
    public async Task Rows_of_another_owner_are_not_there_whatever_the_statement()
    {
        await using var app = await OpenAsAppAsync();
        await app.ExecuteAsync($"begin; select set_config('dowel.owner', '{Ada}', true)");
        var project = await app.QueryAsync($"insert into projects values (gen_random_uuid(), {Ada}, 'a', null, 1) returning id");
        var release = await app.QueryAsync($"insert into releases (project_id, tag, size) values ('{project}', 't', 1) returning id");
        await app.ExecuteAsync($"insert into artifacts values ({release}, 'x', 1); commit");

        await app.ExecuteAsync($"begin; select set_config('dowel.owner', '{Bob}', true)");
        foreach (var table in (string[])["projects", "releases", "artifacts"])
        {
            (await app.QueryAsync($"select count(*) from {table}")).ShouldBe("0", table);
            (await app.QueryAsync($"with gone as (delete from {table} returning 1) select count(*) from gone")).ShouldBe("0", table);
        }

        await RefusedAsync(app, $"insert into projects values (gen_random_uuid(), {Ada}, 'b', null, 1)");
        await RefusedAsync(app, $"insert into releases (project_id, tag, size) values ('{project}', 'u', 1)");
        await RefusedAsync(app, $"insert into artifacts values ({release}, 'y', 1)");
        await app.ExecuteAsync("commit");

        (await app.QueryAsync("select count(*) from projects")).ShouldBe("0", "Without an owner there are no rows.");
        await app.ExecuteAsync($"begin; select set_config('dowel.owner', '{Ada}', true)");
        (await app.QueryAsync("select p.name, r.tag, a.path from projects p join releases r on r.project_id = p.id join artifacts a on a.release_id = r.id")).ShouldBe("a|t|x");
        await RefusedAsync(app, $"update projects set tenant_id = {Bob}");
    }

    [Fact]
    public async Task The_owner_is_read_once_for_a_statement_and_found_by_the_index()
    {
        await Target.ExecuteAsync("""
            insert into projects select gen_random_uuid(), i % 1000, 'n' || i, null, 1 from generate_series(1, 20000) i;
            insert into releases (project_id, tag, size) select id, name, 1 from projects;
            analyze;
            """);
        await using var app = await OpenAsAppAsync();
        await app.ExecuteAsync($"set dowel.owner = '{Ada}'");

        (await app.QueryAsync("explain (costs off) select * from projects")).ShouldMatch("InitPlan 1.*Index Cond: \\(tenant_id = ");
        (await app.QueryAsync("explain (costs off) select * from releases where tag = 'n5'")).ShouldMatch("Index Scan using releases_tag_key.*InitPlan.*projects_pkey");
    }

    private static async Task RefusedAsync(TestConnection app, string sql)
    {
        await app.ExecuteAsync("savepoint s");
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => app.ExecuteAsync(sql))).SqlState.ShouldBe("42501");
        await app.ExecuteAsync("rollback to s");
    }

    private async Task<TestConnection> OpenAsAppAsync()
    {
        await Target.ExecuteAsync("""
            do $$ begin if not exists (select 1 from pg_roles where rolname = 'dowel_app') then create role dowel_app; end if; exception when others then null; end $$;
            grant all on all tables in schema public to dowel_app;
            grant all on all sequences in schema public to dowel_app;
            """);
        var app = await Target.ConnectAsync();
        await app.ExecuteAsync("set role dowel_app");
        return app;
    }
}
