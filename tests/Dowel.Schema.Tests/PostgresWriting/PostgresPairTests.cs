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

    // What is more than one transaction goes the way of the files that `dowel add` writes; the rest is as good statement by statement, and faster.
    internal override Task ApplyAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts) => drafts is [{ IsTransactional: true } only]
        ? scratch.RunAsync(["begin", .. only.Statements, "commit"])
        : PostgresFolder.ApplyAsync(scratch, drafts);
}
