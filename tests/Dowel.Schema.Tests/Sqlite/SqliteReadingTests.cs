using Dowel.Migrations;

namespace Dowel.Schema.Tests;

public sealed class SqliteReadingTests
{
    [Theory]
    [InlineData("a int", "int")]
    [InlineData("a VARCHAR ( 10 )", "varchar(10)")]
    [InlineData("a Decimal(10, 2)", "decimal(10,2)")]
    [InlineData("a unsigned  /* quite */ Big   INT", "unsigned big int")]
    [InlineData("a", "")]
    [InlineData("a numeric(+1,-2)", "numeric(+1,-2)")]
    [InlineData("a [my type]", "my type")]
    [InlineData("a int generated always as (1)", "int")]
    public async Task A_type_is_spelled_in_one_way(string column, string expected) =>
        (await ReadAsync($"create table t (b, {column})")).Find("t")!.Find("a")!.Type.ShouldBe(expected);

    [Theory]
    [InlineData("5", "5")]
    [InlineData("+5", "+5")]
    [InlineData("- 5", "-5")]
    [InlineData("(-5)", "-5")]
    [InlineData("'it''s'", "'it''s'")]
    [InlineData("Some", "'Some'")]
    [InlineData("\"say 'so'\"", "'say ''so'''")]
    [InlineData("X'AB'", "X'AB'")]
    [InlineData("NULL", "null")]
    [InlineData("(TRUE)", "true")]
    [InlineData("Current_Timestamp", "current_timestamp")]
    [InlineData("( /* now */ STRFTIME('%Y' ,'now')||- -1 )", "strftime('%Y', 'now') || - -1")]
    public async Task A_default_is_spelled_in_one_way(string value, string expected) =>
        (await ReadAsync($"create table t (b, a text default {value} not null)")).Find("t")!.Find("a")!.Default.ShouldBe(expected);

    [Theory]
    [InlineData("a integer primary key", "primary key (a)")]
    [InlineData("a integer primary key autoincrement", "primary key (a autoincrement)")]
    [InlineData("a integer, PRIMARY KEY (\"A\" DESC AUTOINCREMENT)", "primary key (a autoincrement)")]
    [InlineData("a integer primary key desc", "primary key (a desc)")]
    [InlineData("a text, b, primary key (b collate NoCase desc, [a]) on conflict replace", "primary key (b collate nocase desc, a) on conflict replace")]
    [InlineData("a text constraint k unique on conflict abort", "k: unique (a)")]
    [InlineData("a text, b int, unique (a, b) check (a<>'' AND \"b\">0) constraint c check(length(t.A)>1)", "unique (a, b)|check (a <> '' and b > 0)|c: check (length(a) > 1)")]
    [InlineData("a references t", "foreign key (a) references t")]
    [InlineData("a references p on delete SET NULL on update cascade deferrable initially deferred", "foreign key (a) references p (id) on update cascade on delete set null deferrable initially deferred")]
    [InlineData("a, foreign key (A) references \"P\" (ID) match full not deferrable initially deferred", "foreign key (a) references p (id) match full")]
    [InlineData("a text check (a <> \"none\")", "check (a <> \"none\")")]
    [InlineData("a text check (a in ('X', `a`, [a])) not null", "check (a in ('X', a, a))")]
    public async Task A_constraint_is_spelled_in_one_way(string columns, string expected)
    {
        var table = (await ReadAsync("create table p (id integer primary key)", $"create table t ({columns})")).Find("t")!;
        string.Join('|', table.Constraints.Select(key => key.Name.Length > 0 ? $"{key.Name}: {key.Definition}" : key.Definition)).ShouldBe(expected);
    }

    [Fact]
    public async Task What_refers_without_columns_refers_to_the_key()
    {
        var model = await ReadAsync("create table p (a, b, primary key (b, a))", "create table t (x, y, foreign key (x, y) references P deferrable)");
        var key = model.Find("t")!.Constraints.ShouldHaveSingleItem();
        key.Reference!.Table.Name.ShouldBe("p");
        key.Reference.Columns.ShouldBe(["b", "a"]);
        key.Reference.Deferral.ShouldBe("deferrable");
        key.Needs.ShouldBe([new ObjectKey(ObjectKind.Table, "p")]);
    }

    [Fact]
    public async Task An_index_tells_its_parts()
    {
        var model = await ReadAsync(
            "create table t (a text, b int)",
            "create unique index plain on t (A, [b] ASC)",
            "create index part on t (b) where  a IS NOT null",
            "create index odd on t (lower( a ), b desc, a collate NOCASE)");
        var indexes = model.Find("t")!.Indexes.ToDictionary(index => index.Name);
        indexes["plain"].Columns.ShouldBe(["a", "b"]);
        indexes["plain"].Create.ShouldBe("create unique index plain on t (a, b)");
        indexes["part"].Predicate.ShouldBe("a is not null");
        indexes["part"].Columns.ShouldBe(["b"]);
        indexes["odd"].Columns.ShouldBeNull();
        indexes["odd"].Parts.ShouldBe(["lower(a)", "b desc", "a collate nocase"]);
    }

    [Fact]
    public async Task A_view_and_its_triggers_name_what_they_need()
    {
        var model = await ReadAsync(
            "create table t (a text, b int)",
            "create table log (a)",
            "create view v(x) as\n  select a -- why\n  from \"t\"",
            "create trigger tr instead of insert on v begin insert into log (a) select new.x from T; end");
        var view = model.Find("v")!;
        view.Create.ShouldBe("create view v (x) as select a from t");
        view.Written!.Sql.ShouldBe("create view v(x) as\n  select a -- why\n  from \"t\"");
        view.Needs.ShouldContain(new ObjectKey(ObjectKind.Table, "t"));
        view.Needs.ShouldContain(new ObjectKey(ObjectKind.Table, "t").Column("a"));
        var trigger = model.Objects.ShouldHaveSingleItem();
        trigger.Key.ShouldBe(new(ObjectKind.Trigger, "v", "tr"));
        trigger.Needs.ShouldContain(new ObjectKey(ObjectKind.View, "v"));
        trigger.Needs.ShouldContain(new ObjectKey(ObjectKind.Table, "log"));
    }

    [Fact]
    public async Task What_a_module_keeps_for_itself_is_not_shown()
    {
        var model = await ReadAsync("create virtual table f using fts5(title, body, tokenize = 'porter')", "create table f_notes (a)", "create table t (id integer primary key autoincrement)", "analyze");
        model.Tables.Select(table => table.Name).ShouldBe(["f", "f_notes", "t"]);
        model.Find("f")!.Kind.ShouldBe(TableKind.Virtual);
        model.Find("f")!.Create.ShouldBe("create virtual table f using fts5(title, body, tokenize = 'porter')");
    }

    [Fact]
    public async Task A_view_of_a_table_that_is_gone_has_no_columns()
    {
        var model = await ReadAsync("create table t (a)", "create view v as select a from t", "create view w as select 1 as x", "drop table t");
        model.Find("v")!.Columns.ShouldBeEmpty();
        model.Find("w")!.Columns.ShouldHaveSingleItem().Name.ShouldBe("x");
    }

    [Fact]
    public async Task A_key_that_may_be_null_is_another_than_one_that_may_not()
    {
        var model = await ReadAsync("create table a (x text primary key)", "create table b (x text not null primary key)", "create table c (x integer not null primary key)");
        model.Find("a")!.Find("x")!.Clauses.ShouldBeNull();
        model.Find("b")!.Find("x")!.Clauses.ShouldBe("not null");
        model.Find("c")!.Find("x")!.Clauses.ShouldBeNull();
        model.Tables.ShouldAllBe(table => !table.Columns[0].IsNullable);
    }

    [Fact]
    public async Task A_definition_that_is_none_is_an_error_DWL3220()
    {
        await using var scratch = await Scratch.SqliteAsync();
        await scratch.RunAsync("create table t (a, b)", "pragma writable_schema = on", "update sqlite_master set sql = 'create table t (a, b) strikt' where name = 't'");
        var failure = await Should.ThrowAsync<DatabaseUnavailableException>(() => scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken));
        failure.Code.ShouldBe("DWL3220");
        failure.Problem.ShouldContain("table t");
    }

    [Fact]
    public async Task A_catalog_that_the_engine_refuses_is_an_error_DWL3220()
    {
        await using var scratch = await Scratch.SqliteAsync();
        await scratch.RunAsync("create table t (a, b)", "pragma writable_schema = on", "update sqlite_master set sql = 'create table t (' where name = 't'", "pragma writable_schema = reset");
        var failure = await Should.ThrowAsync<DatabaseUnavailableException>(() => scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken));
        failure.Code.ShouldBe("DWL3220");
    }

    private static async Task<DatabaseModel> ReadAsync(params string[] statements)
    {
        await using var scratch = await Scratch.SqliteAsync();
        await scratch.RunAsync(statements);
        return await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
    }
}
