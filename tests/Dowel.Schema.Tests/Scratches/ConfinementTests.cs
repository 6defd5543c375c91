using Dowel.Postgres;

namespace Dowel.Schema.Tests;

/// <summary>What may be tried in a schema beside others' objects.</summary>
public sealed class ConfinementTests
{
    private readonly PostgresConfinement _confinement = new(new HashSet<string> { "public", "Sales" });

    [Theory]
    [InlineData("create table users (id int)")]
    [InlineData("select public from t where note = 'a public. place'", "names something of the schema public")]
    [InlineData("grant select on t to public")]
    [InlineData("create index concurrently t_a on t (a)")]
    [InlineData("-- not public.users\ncreate table t (a int check (a > 0))")]
    [InlineData("create function f() returns int language sql as $$ select max(t.id) from t $$")]
    [InlineData("create trigger x after insert on t execute function f()")]
    [InlineData("analyze t")]
    [InlineData("reindex table concurrently t")]
    [InlineData("set lock_timeout = '1s'")]
    [InlineData("create or replace view v as select pg_catalog.now()")]
    [InlineData("drop table public.users", "names something of the schema public")]
    [InlineData("drop table \"public\" . users", "names something of the schema public")]
    [InlineData("drop table U&\"publi\\0063\".users", "spells a name by numbers")]
    [InlineData("delete from PUBLIC.users", "names something of the schema public")]
    [InlineData("delete from \"Sales\".users", "names something of the schema Sales")]
    [InlineData("delete from sales.users")]
    [InlineData("select nextval('public.seq'::regclass)", "names something of the schema public")]
    [InlineData("do $$ begin delete from public.users; end $$", "names something of the schema public")]
    [InlineData("do $$ begin execute format('drop table %I.%I', 'public', 'users'); end $$", "builds statements as it runs")]
    [InlineData("do 'begin execute ''drop table x''; end'", "builds statements as it runs")]
    [InlineData("create or replace function f() returns void language plpgsql as 'begin delete from public.users; end'", "names something of the schema public")]
    [InlineData("set search_path to public", "changes where names are looked up")]
    [InlineData("set local search_path = public", "changes where names are looked up")]
    [InlineData("select set_config('search_path', 'public', false)", "changes where names are looked up")]
    [InlineData("set schema 'public'", "changes who runs what follows, or where")]
    [InlineData("set session authorization other", "changes who runs what follows, or where")]
    [InlineData("set role other", "changes who runs what follows, or where")]
    [InlineData("reset all", "changes who runs what follows, or where")]
    [InlineData("discard all", "changes where what follows runs")]
    [InlineData("create extension citext", "is about the database or the server as a whole")]
    [InlineData("drop schema sales cascade", "is about the database or the server as a whole")]
    [InlineData("alter default privileges grant select on tables to r", "is about the database or the server as a whole")]
    [InlineData("drop owned by r", "is about the database or the server as a whole")]
    [InlineData("comment on database d is 'x'", "is about the database or the server as a whole")]
    [InlineData("grant r to s", "is about roles as a whole")]
    [InlineData("revoke all on schema public from r", "is about roles as a whole")]
    [InlineData("vacuum full", "works on what others have too")]
    [InlineData("vacuum (analyze)", "works on what others have too")]
    [InlineData("reindex database d", "works on what others have too")]
    [InlineData("notify x", "reaches other sessions or the server")]
    [InlineData("select lo_unlink(5)", "calls lo_unlink, which reaches beyond its schema")]
    public void A_statement_that_may_reach_further_is_told(string statement, string? what = null) => _confinement.Find(statement).ShouldBe(what);
}
