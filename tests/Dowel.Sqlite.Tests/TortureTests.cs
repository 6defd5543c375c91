using Dowel.Cli;

namespace Dowel.Sqlite.Tests;

public sealed class TortureTests
{
    /// <summary>The corpus uses STRICT tables and <c>-&gt;&gt;</c>.</summary>
    private static readonly Version Needed = new(3, 38);

    public static TheoryData<string> Scripts =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "torture"), "*.sql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Scripts))]
    public void The_engine_reads_the_same_statements_out_of_a_hard_script(string name)
    {
        var script = Load(name);
        using var database = new ScratchDatabase();
        EngineOracle.ShouldSplitAlike(database, script);
    }

    [Theory, MemberData(nameof(Scripts))]
    public void Statement_by_statement_a_hard_script_leaves_the_same_schema(string name)
    {
        var script = Load(name);
        using var whole = new ScratchDatabase();
        using var split = new ScratchDatabase();
        whole.Run(script);
        foreach (var statement in new SqliteDialect().Split(script).Statements)
        {
            split.Run(statement.Text);
        }

        split.Schema().ShouldBe(whole.Schema());
    }

    [Fact]
    public void The_corpus_is_there() => Scripts.Count.ShouldBeGreaterThan(35);

    private static string Load(string name)
    {
        Assert.SkipUnless(Version.Parse(SqliteNativeLibrary.Version) >= Needed, $"SQLite {SqliteNativeLibrary.Version} is older than {Needed}.");
        return File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "torture", name));
    }
}
