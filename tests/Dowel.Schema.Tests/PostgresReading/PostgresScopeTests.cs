using System.Diagnostics;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Schema.Tests;

/// <summary>What of a database counts, and how it is called.</summary>
public sealed class PostgresScopeTests
{
    private const string TwoSchemas = """
        create schema xp; create extension citext; create extension hstore; create type mood as enum ('a');
        create table public.users (id int primary key); create table xp.users (id int primary key, mail public.citext); create table xp.posts (user_id int references xp.users);
        create table xp.dowel_history (n int);
        """;

    [Fact]
    public async Task The_default_schema_has_no_name_whatever_it_is_called()
    {
        var model = await PostgresTwins.ModelAsync(TwoSchemas, searchPath: "xp, public");

        model.Tables.Select(table => (table.Schema, table.Name)).ShouldBe([(null, "dowel_history"), (null, "posts"), (null, "users"), ("public", "users")]);
        model.Find("posts")!.Constraints.ShouldHaveSingleItem().Definition.ShouldBe("foreign key (user_id) references users(id)");
        model.Find("users")!.Find("mail")!.Type.ShouldBe("public.citext");
        model.Objects.ShouldNotContain(each => each.Key.Kind == ObjectKind.Schema);
    }

    [Fact]
    public async Task One_schema_is_read_without_the_others_and_with_the_extensions_that_it_needs()
    {
        var model = await PostgresTwins.ModelAsync(TwoSchemas, searchPath: "xp", schema: "xp");

        model.Tables.Select(table => (table.Schema, table.Name)).ShouldBe([(null, "dowel_history"), (null, "posts"), (null, "users")]);
        model.Objects.Select(each => each.Key).ShouldBe([new(ObjectKind.Extension, "citext")]);
    }

    [Fact]
    public async Task The_same_in_two_schemas_reads_the_same()
    {
        const string Script = "create table t (id serial primary key, s text check (s <> 'A')); create view v as select id from t; create function f() returns setof t language sql as 'select * from t'; comment on table t is 'T';";
        var first = await PostgresTwins.ModelAsync(Script);
        var second = await PostgresTwins.ModelAsync("create schema \"Other\"; set search_path = \"Other\";" + Script, searchPath: "\"Other\"");

        second.All.Select(each => (each.Key, each.Create)).ShouldBe(first.All.Select(each => (each.Key, each.Create)));
    }

    [Fact]
    public async Task Own_tables_do_not_count()
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var connection = await twins.DatabaseAsync("""create table h (n int primary key); create table "h ""x\" (n int); comment on table h is 'H'; grant select on h to {role}; create table t (n int)""");
        var model = await PostgresSchemaReader.ReadAsync(connection, new(["h", "h \"x\\"]), TestContext.Current.CancellationToken);

        model.All.ShouldHaveSingleItem().Key.ShouldBe(new(ObjectKind.Table, "t"));
    }

    [Fact]
    public async Task Temporary_tables_and_what_extensions_bring_do_not_count()
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var connection = await twins.DatabaseAsync("create extension hstore; create extension pg_stat_statements;");
        await PostgresTwins.SendAsync(connection, ["create temporary table t (id int)"]);

        (await PostgresTwins.ReadAsync(connection)).All.Select(each => each.Key).ShouldBe([new(ObjectKind.Extension, "hstore"), new(ObjectKind.Extension, "pg_stat_statements")], ignoreOrder: true);
    }

    [Fact]
    public async Task The_search_path_is_afterwards_what_it_was()
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var connection = await twins.DatabaseAsync("create schema a; create schema b;", searchPath: "a, b, public");
        await PostgresTwins.SendAsync(connection, ["begin"]);
        await PostgresTwins.ReadAsync(connection);

        (await PathAsync(connection)).ShouldBe("a, b, public");
        await PostgresTwins.SendAsync(connection, ["rollback"]);
        await PostgresTwins.ReadAsync(connection);
        (await PathAsync(connection)).ShouldBe("a, b, public");
    }

    [Fact]
    public async Task Contracts_see_what_the_search_path_shows()
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var connection = await twins.DatabaseAsync("""
            create schema a; create schema b; create table a.t (a int primary key); create table b.t (b int); create table b.u (b int); create table public.z (z int); create unique index on b.u (b desc);
            create table b.p (id int primary key) partition by hash (id); create table b.p_0 partition of b.p for values with (modulus 1, remainder 0);
            """, searchPath: "a, b");
        var model = await PostgresSchemaReader.ReadAsync(connection, new([]) { IsVisible = true }, TestContext.Current.CancellationToken);

        model.Tables.Select(table => table.Name).ShouldBe(["p", "p_0", "t", "u"]);
        model.Find("t")!.PrimaryKey.ShouldBe(["a"]);
        model.Find("u")!.Uniques.ShouldHaveSingleItem().Columns.ShouldBe(["b"]);
        model.Find("p_0")!.PrimaryKey.ShouldBe(["id"]);
    }

    [Fact]
    public async Task A_thousand_tables_take_one_round_trip()
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var connection = await twins.DatabaseAsync("""
            do $$begin for i in 1..1000 loop
              execute format('create table t%s (id bigint generated always as identity primary key, name text not null default ''x'', at timestamptz, other bigint references t%s, check (length(name) > 0))', i, greatest(i - 1, 1));
              execute format('create index on t%s (name, at desc)', i);
            end loop; end$$
            """);
        // The driver starts one activity for what it sends together.
        using var mine = new Activity("reading").Start();
        var sent = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = started => sent += started.TraceId == mine.TraceId ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        var model = await PostgresTwins.ReadAsync(connection);

        model.Tables.Count.ShouldBe(1000);
        sent.ShouldBe(1);
    }

    private static async Task<string?> PathAsync(NpgsqlConnection connection) =>
        (string?)await new NpgsqlCommand("show search_path", connection).ExecuteScalarAsync(TestContext.Current.CancellationToken);
}
