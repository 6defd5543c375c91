using Dowel.Migrations;
using Dowel.Sqlite;

namespace Dowel.Schema.Tests;

/// <summary>A failure at any statement of a migration leaves the file as it was.</summary>
public sealed class SqliteFaultTests
{
    private const string Failing = "select * from nowhere_at_all";

    private static readonly Dictionary<string, SchemaPair> Pairs = PairFile.LoadFolder("Sqlite/Pairs").ToDictionary(pair => pair.Name);

    // Every sixth, so that all files of pairs have a part.
    public static TheoryData<string> Names => [.. Pairs.Keys.Where((_, index) => index % 6 == 0)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_is_left_of_it(string name)
    {
        var pair = Pairs[name];
        await using var path = await SqlitePath.FromAsync(pair.Before);
        await path.Scratch.RunAsync(PairFile.Statements(pair.Rows));
        var (dump, judged) = (await SqliteJudge.DumpAsync(path.Scratch), await SqliteJudge.DescribeAsync(path.Scratch));
        var plan = await path.PlanAsync(pair.After, pair.Options.There);
        var first = path.Scratch.Database.Engine.Render(plan)[0];
        first.IsTransactional.ShouldBeTrue();

        for (var i = 0; i <= first.Statements.Count; i++)
        {
            ScriptDraft broken = new([.. first.Statements.Take(i), Failing, .. first.Statements.Skip(i)]);
            var set = ScriptSetLoader.Load([new DraftSource([broken])], new SqliteDialect());
            await Should.ThrowAsync<ScriptFailedException>(() => new Migrator(path.Scratch.Migrated, set).ApplyAsync(TestContext.Current.CancellationToken));
            (await SqliteJudge.DumpAsync(path.Scratch)).ShouldBe(dump, $"after a failure at statement {i + 1}");
            (await SqliteJudge.DescribeAsync(path.Scratch)).ShouldBe(judged);
            (await path.RowsAsync("pragma foreign_keys")).ShouldBe(["1"]);
        }
    }
}
