using Dowel.Postgres;
using static Dowel.Schema.Tests.Models;

namespace Dowel.Schema.Tests;

public sealed class SchemaDiffTests
{
    [Fact]
    public void A_column_that_goes_is_a_loss_and_a_new_one_of_its_type_is_a_likely_name()
    {
        var plan = Compare(Database(Table("users", Column("id"), Column("mail", "text"))), Database(Table("users", Column("id"), Column("email", "text"), Column("age"))));
        plan.Losses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            loss => loss.Word.ShouldBe("drop-column:users.mail"),
            loss => loss.LikelyNames.ShouldBe([TableKey("users").Column("email")]));
    }

    [Fact]
    public void A_loss_that_is_allowed_says_so() =>
        Compare(Database(Table("users", Column("id"), Column("mail"))), Database(Table("users", Column("id"))), new() { Allowed = new HashSet<string> { "drop-column:users.mail" } })
            .Losses.ShouldHaveSingleItem().IsAllowed.ShouldBeTrue();

    [Fact]
    public void What_is_inside_a_table_that_goes_needs_no_word_and_no_statement()
    {
        var posts = Table("posts", Column("id"), Column("user_id")) with { Constraints = [Foreign("posts", "posts_user", "user_id", "users")], Indexes = [Index("posts", "by_user", "user_id")] };
        var plan = Compare(Database(Table("users", Column("id")), posts), DatabaseModel.Empty);
        plan.Steps().ShouldBe(["drop table posts", "drop table users"]);
        plan.Losses.Select(loss => loss.Word).ShouldBe(["drop-table:posts", "drop-table:users"]);
    }

    [Fact]
    public void Tables_of_a_circle_are_made_and_dropped()
    {
        var one = Table("a", Column("id"), Column("b_id")) with { Constraints = [Foreign("a", "a_b", "b_id", "b"), Constraint("a", "a_pkey", ConstraintKind.Primary, "primary key (id)", "id")] };
        var other = Table("b", Column("id"), Column("a_id")) with { Constraints = [Foreign("b", "b_a", "a_id", "a"), Constraint("b", "b_pkey", ConstraintKind.Primary, "primary key (id)", "id")] };
        Compare(DatabaseModel.Empty, Database(one, other)).Steps().ShouldBe(["make table b with 1", "make table a with 2", "make constraint b.b_a"]);
        Compare(Database(one, other), DatabaseModel.Empty).Steps().ShouldBe(["drop constraint b.b_a", "drop table a", "drop table b"]);
    }

    [Fact]
    public void A_column_that_must_be_given_and_is_not_is_refused()
    {
        var (before, after) = (Database(Table("users", Column("id"))), Database(Table("users", Column("id"), Column("name", "text", isNullable: false))));
        Compare(before, after).Obstacles.ShouldHaveSingleItem().Remedy.ShouldContain("[Backfill(");
        Compare(before, after, new() { Backfills = new Dictionary<ObjectKey, string> { [TableKey("users").Column("name")] = "'x'" } }).Obstacles.ShouldBeEmpty();
        Compare(before, Database(Table("users", Column("id"), Column("name", "text", isNullable: false) with { Default = "''" }))).Obstacles.ShouldBeEmpty();
    }

    [Fact]
    public void A_narrower_type_is_a_loss_unless_it_is_said_what_the_values_become()
    {
        var (before, after) = (Database(Table("t", Column("a", "bigint"))), Database(Table("t", Column("a", "integer"))));
        Compare(before, after).Losses.ShouldHaveSingleItem().Word.ShouldBe("narrow-column:t.a");
        Compare(after, before).Losses.ShouldBeEmpty();
        Compare(before, after, new() { Backfills = new Dictionary<ObjectKey, string> { [TableKey("t").Column("a")] = "a % 100" } }).Losses.ShouldBeEmpty();
        Compare(before, after, new() { Backfills = new Dictionary<ObjectKey, string> { [TableKey("t").Column("a")] = "0" } }).Losses.Count.ShouldBe(1);
    }

    [Fact]
    public void A_label_that_goes_is_a_loss()
    {
        var key = new ObjectKey(ObjectKind.Enum, "mood");
        var plan = Compare(DatabaseModel.Empty with { Objects = [new EnumModel(key, ["sad", "ok"])] }, DatabaseModel.Empty with { Objects = [new EnumModel(key, ["blue", "ok"])] });
        plan.Losses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            loss => loss.Word.ShouldBe("drop-label:mood.sad"),
            loss => loss.LikelyNames.ShouldBe([key with { Part = "blue" }]));
    }

    [Fact]
    public void A_table_cannot_become_partitioned() =>
        Compare(Database(Table("t", Column("a"))), Database(Table("t", Column("a")) with { Options = "partition by range (a)" })).Obstacles.ShouldNotBeEmpty();

    [Fact]
    public void White_space_and_needless_quotes_are_no_difference()
    {
        SqlText.Same("select  \"a\"\n from t", "select a from t").ShouldBeTrue();
        SqlText.Same("select \"A\" from t", "select a from t").ShouldBeFalse();
        SqlText.Same("select 'a  b'", "select 'a b'").ShouldBeFalse();
    }

    [Fact]
    public void A_thousand_tables_are_compared_in_a_moment()
    {
        var tables = Enumerable.Range(0, 1000).Select(i => Table($"t{i}", [.. Enumerable.Range(0, 12).Select(n => Column($"c{n}"))]) with
        {
            Constraints = [Constraint($"t{i}", $"t{i}_pkey", ConstraintKind.Primary, "primary key (id)", "c0"), Foreign($"t{i}", $"t{i}_next", "c1", $"t{(i + 1) % 1000}")],
            Indexes = [Index($"t{i}", $"t{i}_a", "c2"), Index($"t{i}", $"t{i}_b", "c3", "c4")],
        }).ToArray();
        var model = Database(tables);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Compare(model, model).IsEmpty.ShouldBeTrue();
        var made = Compare(DatabaseModel.Empty, model);
        new PostgresSchemaEngine().Render(made).ShouldHaveSingleItem();
        Compare(model, DatabaseModel.Empty).IsEmpty.ShouldBeFalse();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed}");
    }

    private static SchemaPlan Compare(DatabaseModel before, DatabaseModel after, DiffOptions? options = null) => SchemaDiff.Compare(before, after, options ?? new(), new PostgresSchemaEngine());
}
