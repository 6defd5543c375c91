using Dowel.Postgres;
using static Dowel.Schema.Tests.Models;

namespace Dowel.Schema.Tests;

/// <summary>What of a database is made to measure a plan.</summary>
public sealed class ConcernedPartTests
{
    private static readonly DatabaseModel Chain = Database([.. Enumerable.Range(0, 1_000).Select(i => Table($"t{i}", Column("id"), Column("before_id")) with
    {
        Constraints = i == 0 ? [] : [Foreign($"t{i}", $"t{i}_fk", "before_id", $"t{i - 1}")],
        Indexes = [Index($"t{i}", $"i{i}", "id")],
    })]);

    [Theory]
    [InlineData("alter table t500 add column x integer", "t499 t500 t501")]
    [InlineData("drop index i7", "t6 t7 t8")]
    [InlineData("alter table t500 drop constraint t500_fk; update T0 set id = 1", "t0 t1 t499 t500 t501")]
    [InlineData("create table more (id integer)", "")]
    public void What_is_named_comes_with_what_it_refers_to_and_what_refers_to_it(string statements, string tables) =>
        string.Join(' ', ConcernedPart.Of(Chain, statements.Split("; ")).Tables.Select(table => table.Name).Order(StringComparer.Ordinal)).ShouldBe(tables);

    [Fact]
    public void References_of_what_is_only_needed_are_left_out() => ConcernedPart.Of(Chain, ["alter table t500 add column x integer"]).Tables
        .SelectMany(table => table.Constraints).Select(key => key.Name).ShouldBe(["t500_fk", "t501_fk"]);

    [Theory]
    [MemberData(nameof(MeasuredTests.Statements), MemberType = typeof(MeasuredTests))]
    public async Task The_server_does_the_same_there(string statements, string[] told)
    {
        var (drafts, engine) = (Traced.Drafts(statements), new PostgresSchemaEngine());
        var part = ConcernedPart.Of(await Traced.ModelAsync(), drafts.SelectMany(draft => draft.Statements));
        var making = engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, part, new(), engine)).SelectMany(draft => draft.Statements);

        Traced.Tell(await Traced.RunOnAsync(making, drafts)).ShouldBe(told);
    }
}
