namespace Dowel.Schema.Tests;

/// <summary>Pairs on PostgreSQL, judged by <c>pg_dump</c>.</summary>
public sealed class PostgresPairTests() : PairTests("postgres")
{
    private static readonly Dictionary<string, SchemaPair> Pairs = PairFile.LoadFolder("PostgresWriting/Pairs").ToDictionary(pair => pair.Name);

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_plan_leads_where_it_says_and_keeps_what_stays(string name) => RunAsync(name);

    internal override SchemaPair Pair(string name) => Pairs[name];

    internal override Task<IReadOnlyList<string>> JudgeAsync(Scratch scratch) => PostgresJudge.DumpAsync(scratch);

    internal override async Task ApplyAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            await scratch.RunAsync(draft.IsTransactional ? ["begin", .. draft.Statements, "commit"] : draft.Statements);
        }
    }
}
