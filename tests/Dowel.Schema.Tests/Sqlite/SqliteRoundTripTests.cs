namespace Dowel.Schema.Tests;

public sealed class SqliteRoundTripTests
{
    private static readonly Dictionary<string, SchemaPair> Pairs = PairFile.LoadFolder("Sqlite/Pairs").ToDictionary(pair => pair.Name);

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_was_read_and_written_down_makes_the_same_database(string name)
    {
        foreach (var script in (string[])[Pairs[name].Before, Pairs[name].After])
        {
            await using var first = await Scratch.SqliteAsync();
            await first.RunAsync(PairFile.Statements(script));
            var model = await first.Database.ReadModelAsync(TestContext.Current.CancellationToken);
            var drafts = first.Database.Engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, model, new(), first.Database.Engine));
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join(";\n", drafts.SelectMany(draft => draft.Statements)));

            await using var second = await Scratch.SqliteAsync();
            await second.RunAsync(drafts.SelectMany(draft => draft.Statements));

            (await SqliteJudge.DescribeAsync(second)).ShouldBe(await SqliteJudge.DescribeAsync(first));
            SchemaDiff.Compare(await second.Database.ReadModelAsync(TestContext.Current.CancellationToken), model, new(), first.Database.Engine).Changes.ShouldBeEmpty();
        }
    }
}
