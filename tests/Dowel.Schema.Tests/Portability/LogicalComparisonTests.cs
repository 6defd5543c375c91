namespace Dowel.Schema.Tests;

public sealed class LogicalComparisonTests
{
    [Theory]
    [InlineData("boolean", "integer", true)]
    [InlineData("boolean", "boolean", true)]
    [InlineData("bigint", "integer", true)]
    [InlineData("integer", "bigint", true)]
    [InlineData("interval", "integer", true)]
    [InlineData("numeric(10,2)", "integer", true)]
    [InlineData("numeric(30,2)", "text", true)]
    [InlineData("uuid", "text", true)]
    [InlineData("uuid", "blob", true)]
    [InlineData("timestamp with time zone", "text", true)]
    [InlineData("timestamp(3) with time zone", "timestamptz", true)]
    [InlineData("character varying(20)", "varchar(20)", true)]
    [InlineData("jsonb", "text", true)]
    [InlineData("text[]", "text", true)]
    [InlineData("bytea", "blob", true)]
    [InlineData("double precision", "real", true)]
    [InlineData("text", "", true)]
    [InlineData("text", "integer", false)]
    [InlineData("bytea", "text", false)]
    [InlineData("boolean", "text", false)]
    [InlineData("bigint", "text", false)]
    [InlineData("date", "blob", false)]
    [InlineData("uuid", "integer", false)]
    public void A_type_of_SQLite_stands_for_some_of_PostgreSQL(string postgres, string sqlite, bool isSame) =>
        Differences([new("a", postgres, true)], [new("a", sqlite, true)]).Count.ShouldBe(isSame ? 0 : 1);

    [Fact]
    public void Columns_nulls_and_keys_are_compared() => Differences(
        [new("id", "bigint", false) { Generation = Generation.Identity }, new("a", "text", false), new("gone", "text", true)],
        [new("id", "bigint", false), new("a", "text", true), new("new", "text", true)],
        left: [Key(ConstraintKind.Primary, "id"), Key(ConstraintKind.Unique, "b", "a"), Key(ConstraintKind.Check, "a")],
        right: [Key(ConstraintKind.Unique, "a", "b"), Key(ConstraintKind.Unique, "id")]).ShouldBe(
    [
        "t.id: PostgreSQL makes the column's numbers, and SQLite does not.",
        "t.a: The column can be null on SQLite alone.",
        "t.gone: The column is on PostgreSQL alone.",
        "t.new: The column is on SQLite alone.",
        "t: The primary key is (id) on PostgreSQL and () on SQLite.",
        "t: No two rows share (id) on SQLite alone.",
        "t: A check of (a) is there on PostgreSQL alone.",
    ]);

    [Fact]
    public void A_check_is_no_difference_where_the_other_engine_has_a_type_for_it()
    {
        var check = Key(ConstraintKind.Check, "a");

        Differences([new("a", "boolean", true)], [new("a", "integer", true)], right: [check]).ShouldBeEmpty();
        Differences([new("a", "text", true)], [new("a", "text", true)], right: [check]).ShouldBe(["t: A check of (a) is there on SQLite alone."]);
        Differences([new("a", "email", true) { BaseType = "text" }], [new("a", "text", true)], right: [check]).ShouldBeEmpty();
    }

    [Fact]
    public void References_are_compared_with_what_they_do()
    {
        var (left, right) = (Reference("cascade"), Reference("no action"));

        Differences([new("a", "text", true)], [new("a", "text", true)], [left], [left]).ShouldBeEmpty();
        Differences([new("a", "text", true)], [new("a", "text", true)], [left], [right]).ShouldBe(
        [
            "t: The reference (a) to u (id) on delete cascade is there on PostgreSQL alone.",
            "t: The reference (a) to u (id) is there on SQLite alone.",
        ]);
    }

    [Fact]
    public void What_an_engine_goes_about_in_its_own_way_is_not_compared()
    {
        var virtualTable = new TableModel("search", TableKind.Virtual, []);
        var partition = new TableModel("part", TableKind.Table, []) { PartitionOf = "partition of t" };
        var view = new TableModel("v", TableKind.View, [new("a", "text", true)]);

        new LogicalComparison(new([partition, view]), new([virtualTable, view with { Columns = [new("a", "integer", true)] }])).Find().ShouldBeEmpty();
        new LogicalComparison(new([view]), new([])).Find().ShouldBe([new("v", "The view is on PostgreSQL alone.")]);
    }

    private static List<string> Differences(ColumnModel[] postgres, ColumnModel[] sqlite, ConstraintModel[]? left = null, ConstraintModel[]? right = null) =>
    [
        .. new LogicalComparison(new([new("t", TableKind.Table, postgres) { Constraints = left ?? [] }]), new([new("t", TableKind.Table, sqlite) { Constraints = right ?? [] }]))
            .Find().Select(difference => $"{difference.Name}: {difference.Problem}"),
    ];

    private static ConstraintModel Key(ConstraintKind kind, params string[] columns) => new(new(ObjectKind.Constraint, "t", ""), kind, columns);

    private static ConstraintModel Reference(string action) =>
        Key(ConstraintKind.Foreign, "a") with { Reference = new(new(ObjectKind.Table, "u"), ["id"]) { OnDelete = action } };
}
