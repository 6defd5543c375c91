using Dowel.Schema;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Contracts.Tests;

/// <summary>What the program of a statement shows of its result: kinds of values, and whether one can be null.</summary>
public sealed class SqliteKindsTests : IDisposable
{
    private const string Tables = """
        create table accounts (
            user_id integer primary key, email text not null unique, username text not null, note text,
            created_at bigint not null, last_login_at bigint);
        create index accounts_login on accounts (last_login_at);
        create table orders (
            id integer primary key, user_id bigint not null references accounts, amount bigint not null, weight real not null, memo text);
        create table flags (user_id bigint not null, flag_id text not null, at bigint, primary key (user_id, flag_id)) without rowid;
        create table shapes (id integer primary key, width integer not null, twice integer generated always as (width * 2), note text);
        create view logins as select username, last_login_at from accounts;
        """;

    private readonly SqliteConnection _connection = Open();

    [Theory]
    [InlineData("select email from accounts", "text")]
    [InlineData("select note from accounts", "text?")]
    [InlineData("select user_id, created_at, last_login_at from accounts", "integer, integer, integer?")]
    [InlineData("select user_id, email, note from accounts where email = ?1", "integer, text, text?")]
    [InlineData("select user_id, flag_id, at from flags where user_id = ?1", "integer, text, integer?")]
    [InlineData("select width, note, twice from shapes", "integer, text?, integer")]
    [InlineData("select username, last_login_at from logins", "text, integer?")]
    [InlineData("select 1, 'a', 2.5, x'00', null", "integer, text, real, blob, null")]
    public void A_column_is_what_its_table_says(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    [Theory]
    [InlineData("select a.email, o.amount from accounts a join orders o on o.user_id = a.user_id", "text, integer")]
    [InlineData("select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id", "text, integer?")]
    [InlineData("select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id order by a.username", "text, integer?")]
    [InlineData("select o.id, a.email from orders o left join accounts a on a.user_id = o.user_id", "integer, text?")]
    [InlineData("select o.id, a.user_id from orders o left join accounts a on a.user_id = o.user_id", "integer, integer?")]
    [InlineData("select o.id, a.email from orders o left join accounts a on a.user_id = o.user_id where a.email is not null", "integer, text")]
    [InlineData("select o.id, coalesce(a.email, '') from orders o left join accounts a on a.user_id = o.user_id", "integer, text")]
    [InlineData("select a.email, f.flag_id, o.amount from accounts a left join flags f on f.user_id = a.user_id join orders o on o.user_id = a.user_id", "text, text?, integer")]
    [InlineData("select a.email, s.total from accounts a left join (select user_id, sum(amount) as total from orders group by user_id) s on s.user_id = a.user_id", "text, integer?")]
    [InlineData("select a.email, s.total from accounts a join (select user_id, sum(amount) as total from orders group by user_id) s on s.user_id = a.user_id", "text, integer")]
    public void The_missing_row_of_a_left_join_is_null(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    [Theory]
    [InlineData("select count(*), count(note) from accounts", "integer, integer")]
    [InlineData("select sum(amount), max(amount), avg(amount), total(amount) from orders", "integer?, integer?, real?, real")]
    [InlineData("select coalesce(sum(amount), 0) from orders", "integer")]
    [InlineData("select user_id, count(*), sum(amount), max(amount), avg(weight) from orders group by user_id", "integer, integer, integer, integer, real")]
    [InlineData("select user_id, max(memo) from orders group by user_id", "integer, text?")]
    [InlineData("select memo, sum(amount) from orders group by memo having sum(amount) > 3 order by 2 desc limit 5", "text?, integer")]
    [InlineData("select sum(amount) filter (where weight > 1) from orders group by user_id", "integer?")]
    [InlineData("select (select count(*) from orders o where o.user_id = a.user_id) from accounts a", "integer")]
    [InlineData("select (select max(amount) from orders o where o.user_id = a.user_id) from accounts a", "integer?")]
    [InlineData("select row_number() over (order by amount), amount from orders", "integer, integer")]
    [InlineData("select distinct username, count(*) over (partition by username) from accounts", "text, integer")]
    public void An_aggregate_is_null_without_rows(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    [Theory]
    [InlineData("select coalesce(note, ''), coalesce(note, email), coalesce(note, null) from accounts", "text, text, text?")]
    [InlineData("select exists (select 1 from orders), not exists (select 1 from orders)", "integer, integer")]
    [InlineData("select exists (select 1 from orders o where o.user_id = a.user_id) as has from accounts a", "integer")]
    [InlineData("select created_at > 5, last_login_at > 5, created_at = last_login_at, note is null from accounts", "integer, integer?, integer?, integer")]
    [InlineData("select created_at + 1, last_login_at + 1, amount * weight from accounts, orders", "integer, integer?, real")]
    [InlineData("select lower(email), upper(note), length(email), email || '!' from accounts", "text, text?, integer, text")]
    [InlineData("select case when created_at > 5 then 'new' else 'old' end, case when created_at > 5 then 'new' end from accounts", "text, text?")]
    [InlineData("select cast(email as integer), cast(note as text) from accounts", "integer, text?")]
    [InlineData("select coalesce(last_login_at, created_at), ifnull(note, 'x'), nullif(email, '') from accounts", "integer, text, integer|real|text|blob?")]
    [InlineData("select amount / 2 from orders", "integer?")]
    [InlineData("select email in ('a', 'b'), email in (select username from accounts), email like 'a%' from accounts", "integer, integer?, integer")]
    [InlineData("select amount between 1 and 5, iif(amount > 3, 'a', 'b') from orders", "integer, text")]
    [InlineData("select ?1, ?2", "integer, text?")]
    [InlineData("select e.value from json_each(?2) e", "integer|real|text|blob?")]
    public void An_expression_is_as_sure_as_its_parts(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    [Theory]
    [InlineData("select last_login_at from accounts where last_login_at is not null", "integer")]
    [InlineData("select note from accounts where note is not null order by note", "text")]
    [InlineData("select note from accounts where note = ?2", "text")]
    [InlineData("select last_login_at from accounts where last_login_at > ?1", "integer")]
    [InlineData("select last_login_at from accounts where last_login_at > ?1 order by last_login_at desc", "integer")]
    [InlineData("select last_login_at from accounts where last_login_at < ?1", "integer")]
    [InlineData("select last_login_at from accounts order by last_login_at", "integer?")]
    [InlineData("select note from accounts where note <> 'x' and created_at > ?1", "text")]
    public void A_filter_that_null_does_not_pass_counts(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    [Theory]
    [InlineData("insert into accounts (email, username, created_at) values (?2, 'a', ?1) returning user_id, email, note, created_at", "integer, text, null, integer")]
    [InlineData("insert into accounts (email, username, created_at, note) values ('a', 'a', ?1, ?2) on conflict (email) do update set note = excluded.note returning user_id, email, note", "integer, text, text?")]
    [InlineData("update accounts set note = ?2 where user_id = ?1 returning user_id, email, note", "integer, text, text?")]
    [InlineData("update accounts set created_at = created_at + 1 where user_id = ?1 returning created_at", "integer")]
    [InlineData("delete from orders where user_id = ?1 returning id, amount, memo", "integer, integer, text?")]
    [InlineData("insert into flags (user_id, flag_id, at) values (?1, ?2, 5) on conflict do nothing returning user_id, flag_id", "integer, text")]
    public void Returned_rows_are_rows_of_the_table(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    [Theory]
    [InlineData("select email from accounts union all select memo from orders", "text?")]
    [InlineData("select email from accounts union select username from accounts", "text")]
    [InlineData("select email from accounts except select username from accounts order by 1", "text")]
    [InlineData("with recent as (select user_id, email from accounts where created_at > ?1) select r.email, o.amount from recent r join orders o on o.user_id = r.user_id", "text, integer")]
    [InlineData("with recent as materialized (select user_id, email from accounts) select email from recent", "text")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select i from n", "integer")]
    [InlineData("select t.email, t.n from (select email, count(*) as n from accounts group by email) t where t.n > 1 order by t.n limit 3 offset 1", "text, integer")]
    [InlineData("select email from accounts order by created_at desc limit ?1", "text")]
    [InlineData("select email, username from accounts where (created_at, user_id) > (?1, ?1) order by created_at, user_id limit 11", "text, text")]
    [InlineData("select email from accounts where username in (select value from json_each(?2))", "text")]
    [InlineData("values (1, 'a'), (2, null)", "integer, text?")]
    [InlineData("select distinct memo, weight from orders", "text?, real")]
    [InlineData("select min(user_id), email from accounts group by email", "integer, text")]
    public void Whatever_way_the_rows_take(string sql, string expected) => Kinds(sql).ShouldBe(expected);

    public void Dispose() => _connection.Dispose();

    private static SqliteConnection Open()
    {
        Cli.SqliteNativeLibrary.Use();
        var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Tables;
        command.ExecuteNonQuery();
        return connection;
    }

    // The first parameter is an integer, the second a text or null.
    private string Kinds(string sql)
    {
        var engine = new SqliteExecutor(_connection.Handle!);
        engine.Refuse(sql).ShouldBeNull();
        DatabaseModel model = new SqliteSchemaReader(engine).Read([]);
        var program = SqliteProgram.Read(engine, sql).ShouldNotBeNull();
        var unknown = program.Instructions.Where(each => !SqliteOperations.IsKnown(each)).Select(each => each.Code);
        unknown.ShouldBeEmpty();
        var kinds = SqliteFlow.Follow(program, SqliteStorage.Read(engine, model), [SqliteKinds.Integer, SqliteKinds.Text | SqliteKinds.Null]).ShouldNotBeNull().Results.ShouldNotBeNull();
        return string.Join(", ", kinds.Select(Show));
    }

    private static string Show(SqliteKinds kinds) => kinds == SqliteKinds.Null ? "null"
        : string.Join('|', new[] { SqliteKinds.Integer, SqliteKinds.Real, SqliteKinds.Text, SqliteKinds.Blob }.Where(kind => kinds.HasFlag(kind)).Select(kind => kind.ToString().ToLowerInvariant()))
            + (kinds.HasFlag(SqliteKinds.Null) ? "?" : "");
}
