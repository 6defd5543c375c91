using Dowel.Postgres;
using static Dowel.Schema.Tests.Models;

namespace Dowel.Schema.Tests;

/// <summary>The forms that plans for PostgreSQL are written in.</summary>
public sealed class PostgresTextTests
{
    private static readonly TableModel Users = Table("users", Column("id", isNullable: false), Column("email", "text")) with
    {
        Constraints = [Constraint("users", "users_pkey", ConstraintKind.Primary, "primary key (id)", "id")],
    };

    [Fact]
    public void A_check_of_rows_that_are_there_is_looked_at_in_a_script_of_its_own() => Text(Users, Users with { Constraints = [.. Users.Constraints, Check("users", "at", "check (email like '%@%')", "email")] }).ShouldBe(
    [
        "", "alter table users add constraint at check (email like '%@%') not valid",
        "validate", "alter table users validate constraint at",
    ]);

    [Fact]
    public void An_index_is_made_and_dropped_while_others_write()
    {
        var indexed = Users with { Indexes = [Index("users", "by_email", "email")] };
        Text(Users, indexed).ShouldBe(["", "create index concurrently by_email on users (email)"]);
        Text(indexed, Users).ShouldBe(["", "drop index concurrently by_email"]);
        Text(indexed, Users with { Indexes = [Index("users", "by_email", "email", "id")] }).ShouldBe(
        ["", "alter index by_email rename to by_email_replaced", "create index concurrently by_email on users (email, id)", "drop index concurrently by_email_replaced"]);
    }

    [Fact]
    public void A_key_is_made_of_an_index() => Text(Users, Users with { Constraints = [.. Users.Constraints, Constraint("users", "users_email_key", ConstraintKind.Unique, "unique nulls not distinct (email) include (id) deferrable", "email")] }).ShouldBe(
    [
        "", "create unique index concurrently users_email_key on users (email) include (id) nulls not distinct",
        "validate", "alter table users add constraint users_email_key unique using index users_email_key deferrable",
    ]);

    [Fact]
    public void A_column_becomes_not_null_by_a_check() => Text(Users, Users with { Columns = [Users.Columns[0], Column("email", "text", isNullable: false)] }).ShouldBe(
    [
        "", "alter table users add constraint email_given check (email is not null) not valid",
        "validate", "alter table users validate constraint email_given", "alter table users alter column email set not null", "alter table users drop constraint email_given",
    ]);

    [Fact]
    public void A_backfill_goes_by_the_key_outside_of_a_transaction()
    {
        var options = new DiffOptions { Backfills = new Dictionary<ObjectKey, string> { [TableKey("users").Column("name")] = "lower(email)" } };
        var drafts = Drafts(Users, Users with { Columns = [.. Users.Columns, Column("name", "text", isNullable: false)] }, options);
        drafts.Select(draft => (draft.Suffix, draft.IsTransactional)).ShouldBe([("", true), ("backfill", false), ("validate", true)]);
        drafts[0].Statements.ShouldBe(["alter table users add column name text"]);
        drafts[1].Statements[0].ShouldContain("set name = lower(email)");
        drafts[1].Statements[0].ShouldContain("commit;");
        drafts[1].Statements.Skip(1).ShouldBe(
            ["alter table users add constraint name_given check (name is not null) not valid", "update users\nset name = lower(email)\nwhere name is null"]);
    }

    [Theory]
    [InlineData("'a'", true)]
    [InlineData("-1.5", true)]
    [InlineData("TRUE", true)]
    [InlineData("lower(email)", false)]
    [InlineData("now()", false)]
    [InlineData("email", false)]
    [InlineData("1 + 1", false)]
    public void A_value_that_is_the_same_for_all_rows_writes_none(string value, bool isSame)
    {
        var wanted = Users with { Columns = [.. Users.Columns, Column("name", "text", isNullable: false)] };
        var statements = Drafts(Users, wanted, Filled("name", value))[0].Statements;
        statements.ShouldBe(isSame ? [$"alter table users add column name text not null default {value}", "alter table users alter column name drop default"] : ["alter table users add column name text"]);

        wanted = Users with { Columns = [.. Users.Columns, Column("name", "text") with { Default = "'b'" }] };
        Drafts(Users, wanted, Filled("name", "'a'")).ShouldHaveSingleItem().Statements
            .ShouldBe(["alter table users add column name text default 'a'", "alter table users alter column name set default 'b'"]);
    }

    [Fact]
    public void Columns_that_get_another_type_do_so_in_one_go_over_the_rows()
    {
        var numbers = Table("t", Column("a"), Column("b") with { Default = "1" }, Column("c"));
        Text(numbers, Table("t", Column("a", "bigint"), Column("b", "bigint") with { Default = "1" }, Column("c"))).ShouldBe(
        [
            "", "alter table t\n    alter column a type bigint using a::bigint,\n    alter column b drop default,\n    alter column b type bigint using b::bigint,\n    alter column b set default 1",
        ]);
    }

    [Fact]
    public void A_backfill_that_is_long_carried_out_is_not_what_values_become()
    {
        var wider = Users with { Columns = [Users.Columns[0] with { Type = "bigint" }, Users.Columns[1]] };
        Drafts(Users, wider, Filled("id", "5")).ShouldHaveSingleItem().Statements.ShouldBe(["alter table users alter column id type bigint using id::bigint"]);
        Drafts(Users, wider, Filled("id", "id * 2")).ShouldHaveSingleItem().Statements.ShouldBe(["alter table users alter column id type bigint using id * 2"]);

        var other = Users with { Columns = [Users.Columns[0] with { Default = "1" }, Users.Columns[1]] };
        Drafts(Users, other, Filled("id", "5")).ShouldHaveSingleItem().Statements.ShouldBe(["alter table users alter column id set default 1"]);
    }

    [Fact]
    public void A_new_table_is_made_in_one_piece() => Text([], [Users with { Indexes = [Index("users", "by_email", "email")] }]).ShouldBe(
    [
        "", "create table users (\n    id integer not null,\n    email text,\n    constraint users_pkey primary key (id)\n)", "create index by_email on users (email)",
    ]);

    [Fact]
    public void A_label_that_is_used_is_added_before()
    {
        var mood = new EnumModel(new(ObjectKind.Enum, "mood"), ["sad", "happy"]);
        var grown = mood with { Labels = ["awful", "sad", "ok", "happy", "great"] };
        var table = Table("t", Column("m", "mood") with { Needs = [mood.Key] });
        var used = Table("t", Column("m", "mood") with { Needs = [mood.Key], Default = "'ok'::mood" });
        string[] growth = ["alter type mood add value 'awful' before 'sad'", "alter type mood add value 'ok' after 'sad'", "alter type mood add value 'great'"];
        Text(Database(table) with { Objects = [mood] }, Database(table) with { Objects = [grown] }).ShouldBe(["", .. growth]);
        Text(Database(table) with { Objects = [mood] }, Database(used) with { Objects = [grown] })
            .ShouldBe(["labels", .. growth, "", "alter table t alter column m set default 'ok'"]);
    }

    [Theory]
    [InlineData("integer", "bigint", false)]
    [InlineData("bigint", "integer", true)]
    [InlineData("character varying(10)", "character varying(20)", false)]
    [InlineData("character varying(10)", "text", false)]
    [InlineData("text", "character varying(10)", true)]
    [InlineData("numeric(10,2)", "numeric(12,2)", false)]
    [InlineData("numeric(10,2)", "numeric(12,6)", true)]
    [InlineData("numeric(10,2)", "numeric", false)]
    [InlineData("timestamp with time zone", "date", true)]
    [InlineData("timestamp(3) with time zone", "timestamp with time zone", false)]
    [InlineData("integer[]", "bigint[]", false)]
    [InlineData("text", "integer", true)]
    [InlineData("uuid", "text", false)]
    public void It_is_known_which_types_hold_less(string before, string after, bool isNarrowing) =>
        new PostgresSchemaEngine().IsNarrowing(Column("a", before), Column("a", after)).ShouldBe(isNarrowing);

    private static List<string> Text(TableModel before, TableModel after) => Text([before], [after]);

    private static List<string> Text(TableModel[] before, TableModel[] after) => Text(Database(before), Database(after));

    private static List<string> Text(DatabaseModel before, DatabaseModel after) => [.. Drafts(before, after, new()).SelectMany(draft => (string[])[draft.Suffix, .. draft.Statements])];

    private static DiffOptions Filled(string column, string value) => new() { Backfills = new Dictionary<ObjectKey, string> { [TableKey("users").Column(column)] = value } };

    private static IReadOnlyList<ScriptDraft> Drafts(TableModel before, TableModel after, DiffOptions options) => Drafts(Database(before), Database(after), options);

    private static IReadOnlyList<ScriptDraft> Drafts(DatabaseModel before, DatabaseModel after, DiffOptions options)
    {
        var engine = new PostgresSchemaEngine();
        return engine.Render(SchemaDiff.Compare(before, after, options, engine));
    }
}
