using Dowel.Migrations;
using Dowel.Sqlite;

namespace Dowel.Schema.Tests;

/// <summary>Pairs on SQLite, judged by pragmas and the stored statements, applied as <c>dowel up</c> does.</summary>
public sealed class SqlitePairTests() : PairTests("sqlite")
{
    private static readonly Dictionary<string, SchemaPair> Pairs = PairFile.LoadFolder("Sqlite/Pairs").ToDictionary(pair => pair.Name);

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_plan_leads_where_it_says_and_keeps_what_stays(string name) => RunAsync(name);

    internal override SchemaPair Pair(string name) => Pairs[name];

    internal override Task<IReadOnlyList<string>> JudgeAsync(Scratch scratch) => SqliteJudge.DescribeAsync(scratch);

    internal override async Task ApplyAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts)
    {
        var set = ScriptSetLoader.Load([new DraftSource(drafts)], new SqliteDialect());
        await new Migrator(scratch.Migrated, set).ApplyAsync(TestContext.Current.CancellationToken);
        (await scratch.Database.QueryAsync("pragma foreign_key_check", default)).ShouldBeEmpty();
        (await scratch.Database.QueryAsync("pragma foreign_keys", default))[0][0].ShouldBe("1");
    }
}
