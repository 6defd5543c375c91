using System.Globalization;
using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

public sealed class PostgresFanOut() : FanOutContract(Engine.Postgres)
{
    protected override Task<MigrationTarget> CreateTargetAsync(string name) =>
        Task.FromResult(new MigrationTarget(name, () => Database.Open(name)));

    protected override Task InAsync(MigrationTarget target, string sql) =>
        Database.ExecuteAsync($"create schema if not exists {target.Name}; set search_path = {target.Name}; {sql}");

    [Fact]
    public async Task One_target_that_waits_for_its_lock_holds_up_no_other()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var targets = await CreateTargetsAsync(4);
        await using var holder = Database.Open("t0");
        await holder.ReadHistoryAsync(Cancellation);
        var held = (await holder.TryLockAsync(LockNeed.Transactions, Cancellation)).ShouldNotBeNull();
        var ended = new List<string>();

        await foreach (var result in new MigrationFanOut(Load(), new() { Parallelism = 2 }).ApplyAsync(targets, Cancellation))
        {
            ended.Add(result.Target);
            result.Failure.ShouldBeNull();
            if (ended.Count == 3)
            {
                await held.DisposeAsync();
            }
        }

        ended[^1].ShouldBe("t0");
        ended.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Targets_that_collide_at_what_they_share_are_tried_again()
    {
        await Database.ExecuteAsync("create table public.one (n bigint); create table public.two (n bigint); insert into public.one values (0); insert into public.two values (0)");
        Write("V1__a.sql", "create table a (id bigint);");
        Write(
            "V2__meet.sql",
            """
            do $$ begin
                if current_schema() = 't0' then update public.one set n = n + 1; else update public.two set n = n + 1; end if;
                perform pg_sleep(0.5);
                if current_schema() = 't0' then update public.two set n = n + 1; else update public.one set n = n + 1; end if;
            end $$;
            """);
        var retried = 0;
        var options = new FanOutOptions { Parallelism = 2, Watch = _ => new Watching(value => retried += value is MigrationEvent.Retrying ? 1 : 0) };

        var results = await ListAsync(new MigrationFanOut(Load(), options).ApplyAsync(await CreateTargetsAsync(2), Cancellation));

        results.ShouldAllBe(result => result.Failure == null);
        retried.ShouldBeGreaterThan(0);
        (await Database.QueryAsync("select one.n, two.n from public.one, public.two")).ShouldBe("2|2");
    }

    [Theory]
    [InlineData("raise exception 'try again' using errcode = '40001'")]
    [InlineData("raise exception 'try again' using errcode = '40P01'")]
    [InlineData("raise exception 'try again' using errcode = '23505', schema = 'pg_catalog'")]
    public async Task What_another_session_caused_is_tried_again(string failure)
    {
        await Database.ExecuteAsync("create sequence public.tries");
        Write("V1__a.sql", $"create table a (id bigint); do $$ begin if nextval('public.tries') = 1 then {failure}; end if; end $$;");

        (await UpAllAsync(await CreateTargetsAsync(1))).ShouldHaveSingleItem().Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_targets_make_one_extension_at_once()
    {
        Write("V1__a.sql", "create schema if not exists commons; create extension if not exists pg_trgm schema commons; create table a (id bigint);");
        Assert.SkipWhen(await Database.QueryAsync("select 1 from pg_available_extensions where name = 'pg_trgm'") != "1", "The server has no pg_trgm.");

        (await UpAllAsync(await CreateTargetsAsync(8), 8)).ShouldAllBe(result => result.Failure == null);
    }

    [Fact]
    public async Task Schemas_are_read_by_pattern_or_query_and_made_where_a_query_names_them()
    {
        await Database.ExecuteAsync("create schema tenant_a; create schema tenant_b; create schema tenantxc; create schema \"we\\ird\"; create table public.names (name varchar(20)); insert into public.names values ('tenant_new'), ('tenant_a')");
        var targets = new PostgresTargets(Database.ConnectionString);
        (await NamesAsync("tenant_*")).ShouldBe(["tenant_a", "tenant_b"]);
        (await NamesAsync("tenant%")).ShouldBe(["tenant_a", "tenant_b", "tenantxc"]);
        (await NamesAsync("tenant?c")).ShouldBe(["tenantxc"]);
        (await NamesAsync("we\\*")).ShouldBe(["we\\ird"]);
        (await NamesAsync("pg_*")).ShouldBeEmpty();
        (await NamesAsync(" SELECT name from public.names order by 1;")).ShouldBe(["tenant_a", "tenant_new"]);
        (await NamesAsync("with n as (select nspname from pg_namespace where nspname = 'tenant_b') select * from n")).ShouldBe(["tenant_b"]);
        (await NamesAsync("selection")).ShouldBeEmpty();

        Write("V1__a.sql", "create table a (id bigint);");
        (await UpAllAsync(await targets.ReadSchemasAsync("table public.names", Cancellation))).ShouldAllBe(result => result.Applied.Count == 1);
        (await NamesAsync("*new")).ShouldBe(["tenant_new"]);

        async Task<IEnumerable<string>> NamesAsync(string text) => (await targets.ReadSchemasAsync(text, Cancellation)).Select(target => target.Name);
    }

    [Fact]
    public async Task A_schema_that_is_gone_when_its_turn_comes_is_not_made_again()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await Database.ExecuteAsync("create schema tenant_a; create schema tenant_b");
        var targets = await new PostgresTargets(Database.ConnectionString).ReadSchemasAsync("tenant_*", Cancellation);
        await Database.ExecuteAsync("drop schema tenant_a");

        var results = (await UpAllAsync(targets)).ToDictionary(result => result.Target, StringComparer.Ordinal);

        results["tenant_a"].Failure!.Code.ShouldBe("DWL1108");
        results["tenant_b"].Applied.Count.ShouldBe(1);
        (await Database.QueryAsync("select nspname from pg_namespace where nspname like 'tenant%'")).ShouldBe("tenant_b");
    }

    [Fact]
    public async Task A_query_cannot_change_anything()
    {
        await Database.ExecuteAsync("create table names (name text); insert into names values ('a')");
        var targets = new PostgresTargets(Database.ConnectionString);
        foreach (var query in new[] { "with x as (delete from names returning name) select name from x", "select name from names; drop table names" })
        {
            (await Should.ThrowAsync<MigrationRefusedException>(() => targets.ReadSchemasAsync(query, Cancellation))).Code.ShouldBe("DWL1060");
        }

        (await Database.QueryAsync("select name from names")).ShouldBe("a");
    }

    [Fact]
    public async Task Databases_are_read_and_one_that_is_not_there_fails()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var name = await Database.QueryAsync("select current_database()");
        var targets = new PostgresTargets(Database.ConnectionString);
        (await targets.ReadDatabasesAsync("template*", Cancellation)).ShouldBeEmpty();
        (await UpAllAsync(await targets.ReadDatabasesAsync(name, Cancellation))).ShouldHaveSingleItem().Applied.Count.ShouldBe(1);
        (await UpAllAsync(await targets.ReadDatabasesAsync($"values ('{name}_not')", Cancellation))).ShouldHaveSingleItem().Failure!.Code.ShouldBe("DWL1108");
        (await targets.ReadFreeConnectionsAsync(Cancellation)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Connections_of_others_are_counted_whoever_asks()
    {
        var role = $"role_{Guid.NewGuid():n}";
        await Database.ExecuteAsync($"create role {role} login");
        var others = new List<NpgsqlConnection>();
        try
        {
            for (var i = 0; i < 12; i++)
            {
                others.Add(new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Pooling = false }.ConnectionString));
                await others[i].OpenAsync(Cancellation);
            }

            var max = int.Parse(await Database.QueryAsync("select setting::int from pg_settings where name = 'max_connections'"), CultureInfo.InvariantCulture);
            var asRole = new PostgresTargets(new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Username = role }.ConnectionString);

            (await asRole.ReadFreeConnectionsAsync(Cancellation)).ShouldBeLessThanOrEqualTo(max - 12);
        }
        finally
        {
            others.ForEach(other => other.Dispose());
            await Database.ExecuteAsync($"drop role {role}");
        }
    }

    [Fact]
    public async Task A_schema_with_another_tools_history_fails_alone()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        var targets = await CreateTargetsAsync(3);
        await InAsync(targets[1], ForeignTables.Of("flyway").Create(Engine.Dialect));

        var results = (await UpAllAsync(targets)).ToDictionary(result => result.Target, StringComparer.Ordinal);

        results["t1"].Failure.ShouldBeOfType<MigrationRefusedException>().Code.ShouldBe("DWL1040");
        results["t1"].Applied.ShouldBeEmpty();
        results.Values.Count(result => result.Applied.Count == 1).ShouldBe(2);
    }
}
