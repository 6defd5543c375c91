using Dowel.Postgres;
using static Dowel.Schema.Tests.Models;

namespace Dowel.Schema.Tests;

/// <summary>What tables are spared while a plan for PostgreSQL runs.</summary>
public sealed class PostgresLockTests
{
    [Theory]
    [InlineData("t_pkey", "t_pkey_replacing")]
    [InlineData("t_key", "t_key")]
    public void A_table_is_never_without_its_primary_key(string name, string index) => Text(Keyed("t_pkey", "a"), Keyed(name, "b")).ShouldBe(
    [
        "", $"create unique index concurrently {index} on t (b)",
        "validate", $"alter table t\n    drop constraint t_pkey,\n    add constraint {name} primary key using index {index}",
    ]);

    [Fact]
    public void Columns_of_a_table_are_filled_in_one_pass_and_what_was_written_meanwhile_after_it()
    {
        var before = Keyed("t_pkey", "a");
        var after = before with { Columns = [.. before.Columns, Column("c", "text", isNullable: false), Column("d"), Column("e")] };

        var backfill = Drafts(Database(before), Database(after), ("c", "b"), ("d", "b + 1"), ("e", "d + 1"))[1];

        backfill.IsTransactional.ShouldBeFalse();
        backfill.Statements.Count.ShouldBe(5);
        backfill.Statements[0].ShouldContain("-- Gives rows of t what they lack in c and d: 10,000 at a time in the order of a");
        backfill.Statements[0].ShouldContain("set c = coalesce(c, (b)::text),\n            d = coalesce(d, b + 1)\n        where (c is null or d is null)\n            and (backfill.done_to");
        backfill.Statements[1].ShouldBe("alter table t add constraint c_given check (c is not null) not valid");
        backfill.Statements[2].ShouldBe("update t\nset c = coalesce(c, (b)::text),\n    d = coalesce(d, b + 1)\nwhere (c is null or d is null)");
        backfill.Statements[3].ShouldContain("set e = d + 1");
        backfill.Statements[4].ShouldBe("update t\nset e = d + 1\nwhere e is null");
    }

    [Fact]
    public void Tables_that_are_rewritten_are_locked_one_after_the_other()
    {
        TableModel[] before = [Table("a", Column("x"), Column("y")), Table("b", Column("x") with { Default = "1" }), Table("c", Column("x", "character varying(5)")), Table("d", Column("x"))];
        TableModel[] after =
        [
            Table("a", Column("x", "bigint"), Column("y", "bigint")), Table("b", Column("x", "bigint") with { Default = "1" }), Table("c", Column("x", "text")),
            Table("d", Column("x", "bigint")) with { Constraints = [Check("d", "d_x", "check (x > 0)", "x")] },
        ];

        var drafts = Drafts(Database(before), Database(after));

        drafts.Select(draft => (draft.Suffix, draft.IsTransactional)).ShouldBe([("", true), ("rewrite_b", true), ("validate", true)]);
        drafts[0].Statements.Select(statement => statement.Split('\n')[0]).ShouldBe(
            ["alter table a", "alter table c alter column x type text using x::text", "alter table d alter column x type bigint using x::bigint", "alter table d add constraint d_x check (x > 0) not valid"]);
        drafts[1].Statements.ShouldBe(["alter table b\n    alter column x drop default,\n    alter column x type bigint using x::bigint,\n    alter column x set default 1"]);
    }

    private static TableModel Keyed(string name, string column) => Table("t", Column("a", isNullable: false), Column("b", isNullable: false)) with
    {
        Constraints = [Constraint("t", name, ConstraintKind.Primary, $"primary key ({column})", column)],
    };

    private static List<string> Text(TableModel before, TableModel after) => [.. Drafts(Database(before), Database(after)).SelectMany(draft => (string[])[draft.Suffix, .. draft.Statements])];

    private static IReadOnlyList<ScriptDraft> Drafts(DatabaseModel before, DatabaseModel after, params (string Column, string Sql)[] backfills)
    {
        var engine = new PostgresSchemaEngine();
        var options = new DiffOptions { Backfills = backfills.ToDictionary(each => TableKey("t").Column(each.Column), each => each.Sql) };
        return engine.Render(SchemaDiff.Compare(before, after, options, engine));
    }
}
