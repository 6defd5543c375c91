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
        Assert.SkipUnless(Version.Parse(SqliteNativeLibrary.Version) >= Needed, $"SQLite {SqliteNativeLibrary.Version} is older than {Needed}.");
        using var database = new ScratchDatabase();
        EngineOracle.ShouldSplitAlike(database, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "torture", name)));
    }

    [Fact]
    public void The_corpus_is_there() => Scripts.Count.ShouldBeGreaterThan(35);
}
