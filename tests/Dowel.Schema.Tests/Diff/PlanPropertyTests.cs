using Dowel.Postgres;
using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>What holds for the way between any two schemas.</summary>
public sealed class PlanPropertyTests
{
    private static readonly PostgresSchemaEngine Engine = new();

    [Fact]
    public void A_schema_and_itself_have_no_difference() =>
        Check(RandomSchema.Any, schema => Compare(schema, schema).IsEmpty.ShouldBeTrue());

    [Fact]
    public void The_same_two_schemas_give_the_same_plan() => Check(RandomPair.Any, pair =>
    {
        static string Text(SchemaPlan plan) => string.Join(";\n", Engine.Render(plan).SelectMany(draft => draft.Statements));
        Text(Compare(pair.Before, pair.After)).ShouldBe(Text(Compare(pair.Before, pair.After)));
    });

    [Fact]
    public void Every_step_finds_what_it_needs_and_nothing_in_its_way() => Check(RandomPair.Any, pair =>
    {
        var simulation = new PlanSimulation(pair.Before);
        simulation.Run(Compare(pair.Before, pair.After));
        simulation.ShouldBeWhole();
        simulation.Keys.Order(Comparer<ObjectKey>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString())))
            .ShouldBe(new PlanSimulation(pair.After).Keys.Order(Comparer<ObjectKey>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))));
    });

    private static SchemaPlan Compare(DatabaseModel before, DatabaseModel after) => SchemaDiff.Compare(before, after, new(), Engine);

    private static void Check<T>(Arbitrary<T> values, Action<T> property) => Prop.ForAll(values, property).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
