namespace Dowel.Schema.Tests;

/// <summary>What has no place in the model is named all the same.</summary>
public sealed class PostgresUnmodelledTests
{
    private const string Server = "create extension file_fdw; create server files foreign data wrapper file_fdw;";

    [Fact]
    public async Task What_is_not_read_is_named()
    {
        var model = await PostgresTwins.ModelAsync("""
            create collation german from "C"; create text search configuration plain (copy = simple); create text search dictionary words (template = simple);
            create publication news for all tables; create type shell; create function watch() returns event_trigger language plpgsql as $$begin end$$;
            create event trigger watcher on ddl_command_end execute function watch();
            create function same(a int, b int) returns boolean language sql as 'select a = b'; create operator === (leftarg = int, rightarg = int, function = same);
            create type pair as (a int, b int); create function to_text(pair) returns text language sql as 'select $1.a::text'; create cast (pair as text) with function to_text(pair);
            create table typed of pair; create extension file_fdw; create server files foreign data wrapper file_fdw; create user mapping for current_user server files;
            create conversion c for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8; create table t (a int, b int); create statistics s on a, b from t; alter statistics s set statistics 50;
            create operator family numbers using btree; create operator class mine for type int4 using btree family numbers as operator 1 <, operator 3 =, function 1 btint4cmp(int4, int4);
            create extension citext; create function needy() returns int language sql as 'select 1'; alter function needy() depends on extension citext;
            create access method heap2 type table handler heap_tableam_handler;
            """);

        model.Unmodelled.ShouldBe(
        [
            "collation german", "text search configuration plain", "text search dictionary words", "publication news", "type shell", "event trigger watcher", "operator ===(integer,integer)",
            "cast from pair to text", "table typed is of type pair", "server files", "user mapping for postgres on server files", "conversion c", "statistics object s has statistics target 50",
            "operator class mine for access method btree", "operator family numbers for access method btree", "function needy() depends on extension citext", "access method heap2",
        ],
        ignoreOrder: true);
        model.Find("typed").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_extensions_and_the_server_bring_is_not_named() =>
        (await PostgresTwins.ModelAsync("create extension hstore; create extension citext; create extension ltree; create extension btree_gist; create extension file_fdw")).Unmodelled.ShouldBeEmpty();

    [Fact]
    public async Task Foreign_tables_are_made_by_their_own_statement()
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var first = await twins.DatabaseAsync(Server + """
            create table parent (id int not null, "Name" text);
            create foreign table f (id int not null, "Name" text options (force_not_null 'true') default 'X', check (id > 0)) server files options (filename '/tmp/it''s', format 'csv');
            create foreign table child () inherits (parent) server files options (filename '/tmp/x');
            create table parts (id int) partition by list (id); create foreign table part partition of parts for values in (1) server files options (filename '/tmp/y');
            comment on foreign table f is 'F'; comment on column f.id is 'I'; alter foreign table f alter column id set statistics 10; grant select on f to public;
            """);
        var model = await PostgresTwins.ReadAsync(first);
        var second = await twins.DatabaseAsync(Server);
        await PostgresTwins.SendAsync(second, MakingOrder.Of(model).Where(statement => !statement.StartsWith("create extension", StringComparison.Ordinal)));

        model.Unmodelled.ShouldBe(["server files"]);
        model.Find("f")!.Kind.ShouldBe(TableKind.Virtual);
        model.Find("f")!.Constraints.ShouldBeEmpty();
        (await PostgresTwins.DumpAsync(second)).ShouldBe(await PostgresTwins.DumpAsync(first));
    }
}
