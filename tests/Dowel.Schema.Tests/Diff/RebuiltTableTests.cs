using static Dowel.Schema.Tests.Models;

namespace Dowel.Schema.Tests;

/// <summary>Plans for an engine that changes a table only by making it anew.</summary>
public sealed class RebuiltTableTests
{
    private static readonly TableModel Users = Table("users", Column("id"), Column("name", "text")) with { Indexes = [Index("users", "by_name", "name")] };

    [Fact]
    public void A_new_column_alone_is_added_in_place() =>
        Compare(Database(Users), Database(Users with { Columns = [.. Users.Columns, Column("age")] })).Steps().ShouldBe(["AddColumn users.age"]);

    [Fact]
    public void Any_other_change_is_one_change_of_the_table_and_what_stands_on_it_is_made_again()
    {
        var view = View("v", "select id from users", TableKey("users"));
        var trigger = Trigger("users", "touch");
        var before = new DatabaseModel([Users, view]) { Objects = [trigger] };
        var after = before with { Tables = [Users with { Columns = [Column("id"), Column("name", "text", isNullable: false), Column("age")] }, view] };
        Compare(before, after).Steps().ShouldBe(
        [
            "drop view v for now", "drop trigger users.touch for now", "drop index users.by_name for now", "AlterTable users",
            "make index users.by_name", "make view v", "make trigger users.touch",
        ], ignoreOrder: true);
    }

    [Fact]
    public void A_constraint_without_a_name_is_found_by_what_it_demands()
    {
        var one = Users with { Constraints = [Check("users", "", "check (id > 0)", "id"), Check("users", "", "check (id < 9)", "id")] };
        var other = Users with { Constraints = [Check("users", "", "check (id < 9)", "id"), Check("users", "", "check (id > 0)", "id")] };
        Compare(Database(one), Database(other)).IsEmpty.ShouldBeTrue();
        Compare(Database(one), Database(Users)).Steps().ShouldContain("AlterTable users");
    }

    [Fact]
    public void A_renamed_column_is_renamed_before_the_table_changes() => SchemaDiff.Compare(
        Database(Users), Database(Users with { Columns = [Column("id"), Column("title", "text", isNullable: false)], Indexes = [Index("users", "by_name", "title")] }),
        new() { Renames = [Renamed(TableKey("users").Column("name"), TableKey("users").Column("title"))] }, new Rebuilder())
        .Steps().ShouldBe(["rename column users.name to users.title", "drop index users.by_name for now", "AlterTable users", "make index users.by_name"]);

    private static SchemaPlan Compare(DatabaseModel before, DatabaseModel after) => SchemaDiff.Compare(before, after, new(), new Rebuilder());

    /// <summary>An engine that rebuilds tables.</summary>
    private sealed class Rebuilder : ISchemaEngine
    {
        public string Name => "rebuilder";

        public bool AltersInPlace => false;

        public string Quote(string identifier) => identifier;

        public IEnumerable<ObjectKey> Disturbed(SchemaChange change) => change is AlterTable ? [change.Key] : [];

        public bool IsNarrowing(ColumnModel before, ColumnModel after) => false;

        public IReadOnlyList<ScriptDraft> Render(SchemaPlan plan) => [];
    }
}
