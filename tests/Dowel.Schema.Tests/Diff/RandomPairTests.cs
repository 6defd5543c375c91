using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

public sealed class RandomPairTests
{
    [Fact]
    public void A_pair_that_fails_is_told_by_the_smallest_that_does_and_by_its_seed()
    {
        var failure = Should.Throw<Exception>(() => Prop.ForAll(RandomPair.Any, pair =>
            pair.After.Tables.ShouldNotContain(table => table.Indexes.Count > 0 && table.Constraints.Any(key => key.Kind == ConstraintKind.Check))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000))).Message;

        var smallest = failure[failure.IndexOf("Shrunk:", StringComparison.Ordinal)..];
        smallest.Split("create table").Length.ShouldBe(2, failure);
        smallest.Split("create index").Length.ShouldBe(2, failure);
        smallest.Split("create view").Length.ShouldBe(1, failure);
        smallest.Split("add constraint").Length.ShouldBe(3, failure);
        failure.ShouldContain("seed");
    }

    [Fact]
    public void Whatever_a_schema_becomes_by_losing_something_is_whole()
    {
        var schema = RandomSchema.Of(7);
        for (var seed = 0; seed < 200; seed++)
        {
            schema = SimplerSchema.Of(schema).ToList() is { Count: > 0 } simpler ? simpler[new Random(seed).Next(simpler.Count)] : RandomSchema.Of(seed);
            new PlanSimulation(schema).ShouldBeWhole();
        }
    }
}
