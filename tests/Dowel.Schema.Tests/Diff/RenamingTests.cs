using Dowel.Postgres;
using static Dowel.Schema.Tests.Models;

namespace Dowel.Schema.Tests;

public sealed class RenamingTests
{
    private static readonly TableModel Users = Table("users", Column("id"), Column("mail", "text")) with
    {
        Constraints = [Check("users", "at", "check (mail like '%@%')", "mail")],
        Indexes = [Index("users", "by_mail", "mail")],
    };

    private static readonly TableModel Accounts = Table("accounts", Column("id"), Column("email", "text")) with
    {
        Constraints = [Check("accounts", "at", "check (email like '%@%')", "email")],
        Indexes = [Index("accounts", "by_mail", "email")],
    };

    [Fact]
    public void A_table_and_a_column_with_new_names_keep_what_is_on_them() => Compare(
        Database(Users), Database(Accounts), Renamed(TableKey("users"), TableKey("accounts")), Renamed(TableKey("users").Column("mail"), TableKey("accounts").Column("email")))
        .Steps().ShouldBe(["rename table users to accounts", "rename column accounts.mail to accounts.email"]);

    [Fact]
    public void A_column_may_be_named_by_the_new_name_of_its_table() => Compare(
        Database(Users), Database(Accounts), Renamed(TableKey("accounts").Column("mail"), TableKey("accounts").Column("email")), Renamed(TableKey("users"), TableKey("accounts")))
        .Steps().ShouldBe(["rename table users to accounts", "rename column accounts.mail to accounts.email"]);

    [Fact]
    public void Without_a_word_a_table_with_another_name_is_another_table()
    {
        var plan = Compare(Database(Users), Database(Accounts with { Columns = Users.Columns }));
        plan.Losses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            loss => loss.Word.ShouldBe("drop-table:users"),
            loss => loss.IsAllowed.ShouldBeFalse(),
            loss => loss.LikelyNames.ShouldBe([TableKey("accounts")]));
    }

    [Fact]
    public void A_renaming_that_has_been_carried_out_says_nothing()
    {
        var plan = Compare(Database(Accounts), Database(Accounts), Renamed(TableKey("users"), TableKey("accounts")));
        plan.IsEmpty.ShouldBeTrue();
        plan.Unused.ShouldBeEmpty();
    }

    [Fact]
    public void A_renaming_of_nothing_is_told()
    {
        var intent = Renamed(TableKey("userz"), TableKey("acounts"));
        Compare(Database(Users), Database(Users), intent).Unused.ShouldBe([intent]);
    }

    [Fact]
    public void A_name_is_free_before_it_is_taken() => Compare(
        Database(Table("t", Column("a"), Column("b", "text"))), Database(Table("t", Column("b"), Column("c", "text"))),
        Renamed(TableKey("t").Column("a"), TableKey("t").Column("b")), Renamed(TableKey("t").Column("b"), TableKey("t").Column("c")))
        .Steps().ShouldBe(["rename column t.b to t.c", "rename column t.a to t.b"]);

    [Fact]
    public void Names_that_change_places_are_refused() => Compare(
        Database(Table("t", Column("a"), Column("b", "text"))), Database(Table("t", Column("b"), Column("a", "text"))),
        Renamed(TableKey("t").Column("a"), TableKey("t").Column("b")), Renamed(TableKey("t").Column("b"), TableKey("t").Column("a")))
        .Obstacles.ShouldNotBeEmpty();

    [Fact]
    public void The_name_that_a_renaming_leaves_can_be_taken_by_something_new() => Compare(
        Database(Table("users", Column("id"))), Database(Table("people", Column("id")), Table("users", Column("key", "text"))), Renamed(TableKey("users"), TableKey("people")))
        .Steps().ShouldBe(["rename table users to people", "make table users with 0"]);

    [Fact]
    public void A_view_goes_before_a_table_gets_its_name()
    {
        var before = Database(Table("users", Column("id")), View("people", "select id from users", TableKey("users")), View("names", "select id from people", new ObjectKey(ObjectKind.View, "people")), Table("t", Column("a")));
        Compare(before, Database(Table("people", Column("id")), Table("s", Column("a"))), Renamed(TableKey("users"), TableKey("people")), Renamed(TableKey("t"), TableKey("s")))
            .Steps().ShouldBe(["drop view names", "drop view people", "rename table users to people", "rename table t to s"]);
    }

    [Fact]
    public void A_table_gets_the_name_of_a_view_that_is_renamed_after_it() => Compare(
        Database(Table("users", Column("id")), View("people", "select 1")), Database(Table("people", Column("id")), View("persons", "select 1")),
        Renamed(TableKey("users"), TableKey("people")), Renamed(new(ObjectKind.View, "people"), new(ObjectKind.View, "persons")))
        .Steps().ShouldBe(["rename view people to persons", "rename table users to people"]);

    [Fact]
    public void A_name_that_an_index_has_until_later_is_refused() => Compare(
        Database(Table("users", Column("id")), Table("t", Column("a")) with { Indexes = [Index("t", "people", "a")] }), Database(Table("people", Column("id")), Table("t", Column("a"))),
        Renamed(TableKey("users"), TableKey("people")))
        .Obstacles.ShouldHaveSingleItem().Remedy.ShouldBe("Drop index t.people, or give it another name, in a migration before this one.");

    [Fact]
    public void A_name_with_values_of_its_own_is_not_taken_in_silence()
    {
        var (before, after) = (Database(Table("old", Column("id")), Table("users", Column("id"), Column("mail"), Column("email"))), Database(Table("users", Column("id"), Column("email"))));
        RenameIntent[] renames = [Renamed(TableKey("old"), TableKey("users")), Renamed(TableKey("users").Column("mail"), TableKey("users").Column("email"))];

        Compare(before, after, renames).Obstacles.Select(obstacle => obstacle.Problem).ShouldBe(
        [
            "column users.mail is not renamed to users.email, since that is there already with values of its own.",
            "table old is not renamed to users, since that is there already with values of its own.",
        ], ignoreOrder: true);
        SchemaDiff.Compare(before, after, new() { Renames = renames, Allowed = new HashSet<string> { "drop-table:old", "drop-column:users.mail" } }, new PostgresSchemaEngine()).Obstacles.ShouldBeEmpty();
        Compare(before, before, renames).Obstacles.ShouldBeEmpty();
    }

    [Fact]
    public void A_view_over_a_renamed_column_is_made_again()
    {
        var before = Database(Users, View("v", "select mail from users", TableKey("users"), TableKey("users").Column("mail")));
        var after = Database(Users with { Columns = [Column("id"), Column("email", "text")], Constraints = [], Indexes = [] }, View("v", "select email from users", TableKey("users"), TableKey("users").Column("email")));
        Compare(before, after, Renamed(TableKey("users").Column("mail"), TableKey("users").Column("email"))).Steps()
            .ShouldBe(["rename column users.mail to users.email", "drop view v for now", "drop constraint users.at", "drop index users.by_mail", "make view v"], ignoreOrder: true);
    }

    [Fact]
    public void A_constraint_with_another_name_is_renamed() => Compare(
        Database(Users), Database(Users with { Constraints = [Check("users", "has_at", "check (mail like '%@%')", "mail")] }))
        .Steps().ShouldBe(["rename constraint users.at to users.has_at"]);

    [Fact]
    public void What_constraints_are_called_does_not_matter_where_it_is_said() => SchemaDiff.Compare(
        Database(Users), Database(Users with { Constraints = [Check("users", "has_at", "check (mail like '%@%')", "mail")] }), new() { IgnoresConstraintNames = true }, new PostgresSchemaEngine())
        .IsEmpty.ShouldBeTrue();

    [Fact]
    public void Bodies_and_strings_are_not_renamed() => SqlText
        .Rename("""check (mail <> 'mail' and "mail" <> $$mail$$ and x.mail > 1) -- mail""", new Dictionary<string, string> { ["mail"] = "order" }, new PostgresSchemaEngine().Quote)
        .ShouldBe("""check ("order" <> 'mail' and "order" <> $$mail$$ and x."order" > 1) -- mail""");

    private static SchemaPlan Compare(DatabaseModel before, DatabaseModel after, params RenameIntent[] renames) =>
        SchemaDiff.Compare(before, after, new() { Renames = renames }, new PostgresSchemaEngine());
}
