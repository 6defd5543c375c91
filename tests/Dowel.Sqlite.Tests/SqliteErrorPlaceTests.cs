namespace Dowel.Sqlite.Tests;

public sealed class SqliteErrorPlaceTests
{
    private const string Schema = """
        create table t (a, b, "select" text);
        create table u (a);
        create view v as select a from t;
        create index i on t (a);
        create table p (id integer primary key, twice as (id * 2));
        """;

    /// <summary>In each statement the place stands behind a caret.</summary>
    public static TheoryData<string> Faulty => new()
    {
        "select 1 form ^t x",
        "^selct 1",
        "insert into t (a) values (1)^)",
        "select 'from' /* frm */ from t 'from' ^x",
        "select a b ^'c;' from t",
        "create table x (a int b text, ^, c)",
        "select a from t where ^nope = 1",
        "select 'nope', \"a\" /* nope */, ^[nope] from t",
        "select a from t where t.a = ^t.nope",
        "select a from t as x where x.a = ^X.nope",
        "select main.t.a, ^main.t.nope from t",
        "select * from ^absent",
        "insert into ^Absent (a) values ('absent')",
        "select 'absent' from t join ^\"absent\" on 1",
        "drop table ^absent",
        "delete from main.u where a in (select a from ^main.absent)",
        "select ^#",
        "select a, ^\\ from t",
        "select ^12abc from t",
        "select ^x'3', 1",
        "insert into t (a, ^c) values (1, 2)",
        "insert into u (a, ^\"b\") values (1, 2)",
        "create table x (a int, b int, ^A text)",
        "create table x (a int check (a > 0), b int, ^[a])",
        "alter table t add column ^b text",
        "alter table t rename a to ^b",
        "select a from^",
        "create trigger x after insert on t begin select 1;^",
        "select (1^",
        "select ^nofunc(a) from t",
        "select ^a from t, u",
        "create table ^t (x)",
        "drop index ^absent",
        "drop view ^absent",
        "drop trigger ^absent",
        "select a from t order by a collate ^nosuch",
        "create virtual table x using ^nomodule(a)",
        "select ^sum(sum(a)) from t",
        "select abs(^substr()) from t",
        "create index i2 on t (^nope)",
        "insert into p (^twice) values (1)",
        "update t set ^nope = 1",
        "update p set ^twice = 1",
    };

    [Theory, MemberData(nameof(Faulty))]
    public void The_place_of_the_engines_message_is_found(string marked)
    {
        var expected = marked.IndexOf('^', StringComparison.Ordinal);
        var sql = marked.Remove(expected, 1);
        using var database = new ScratchDatabase();
        database.Run(Schema);
        var message = database.MessageOf(sql).ShouldNotBeNull();
        SqliteErrorPlace.Find(message, sql, database.PrepareMessageOf).ShouldBe(expected, message);
        SqliteErrorPlace.Find($"SQLite Error 1: '{message}'.", sql, null).ShouldNotBeNull(message);
    }

    [Fact]
    public void A_token_that_stands_more_than_once_is_told_apart_by_the_engine()
    {
        using var database = new ScratchDatabase();
        const string sql = "select a, b,, c from t";
        var message = database.MessageOf("create table t (a, b, c)") ?? database.MessageOf(sql)!;
        SqliteErrorPlace.Find(message, sql).ShouldBe(8);
        SqliteErrorPlace.Find(message, sql, database.PrepareMessageOf).ShouldBe(12);
    }

    [Theory]
    [InlineData("disk I/O error", "select 1")]
    [InlineData("no such column: a", "select b")]
    [InlineData("near \"x\": syntax error", "select 1")]
    [InlineData("near \"x\": syntax error", "")]
    [InlineData("no such table: main.", "select main.")]
    [InlineData("duplicate column name: a", "")]
    public void A_message_without_place_gives_none(string message, string sql) =>
        SqliteErrorPlace.Find(message, sql).ShouldBeNull();

    [Fact]
    public void A_schema_that_the_engine_adds_is_looked_past() =>
        SqliteErrorPlace.Find("no such table: main.absent", "insert into absent values (1)").ShouldBe(12);
}
