namespace Dowel.Schema.Tests;

/// <summary>Pairs on PostgreSQL, judged by <c>pg_dump</c>; in two halves that run side by side.</summary>
public abstract class PostgresPairTests() : PairTests("postgres")
{
    private static readonly Dictionary<string, SchemaPair> Pairs = PairFile.LoadFolder("PostgresWriting/Pairs").ToDictionary(pair => pair.Name);

    /// <summary>The pairs of one half.</summary>
    protected static TheoryData<string> Half(int which) => [.. Pairs.Keys.Where((_, index) => index % 2 == which)];

    internal override SchemaPair Pair(string name) => Pairs[name];

    internal override Task<IReadOnlyList<string>> JudgeAsync(Scratch scratch) => PostgresJudge.DumpAsync(scratch);

    // Of every third pair by default, since all of them take minutes; of all where more random plans are asked for.
    internal override bool GoesBack(string name) => RandomRuns.IsThorough || name.Sum(letter => letter) % 3 == 0;

    // What is more than one transaction goes the way of the files that `dowel add` writes; the rest is as good statement by statement, and faster.
    internal override Task ApplyAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts) => drafts is [{ IsTransactional: true } only]
        ? scratch.RunAsync(["begin", .. only.Statements, "commit"])
        : PostgresFolder.ApplyAsync(scratch, drafts);
}
