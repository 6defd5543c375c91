using Dowel.Migrations;

namespace Dowel.Torture;

/// <summary>The hard scripts of one engine.</summary>
internal static class Corpus
{
    /// <summary>The names of an engine's scripts.</summary>
    public static TheoryData<string> Of(string engine) =>
        [.. Directory.GetFiles(Folder(engine), "*.sql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Where a script lies.</summary>
    public static string PathOf(string engine, string name) => Path.Combine(Folder(engine), name);

    /// <summary>Applies one script by Dowel, as a set of its own, and tells how it was kept whole.</summary>
    public static async Task<TransactionMode> ApplyAsync(TestDatabase target, Engine engine, string path)
    {
        await using var database = target.Open();
        var set = ScriptSetLoader.Load([new OneScript(path)], engine.Dialect, new() { Layout = LayoutNames.Sequential });
        var migrator = new Migrator(database, set);
        var plan = await migrator.PlanAsync(TestContext.Current.CancellationToken);
        var run = await migrator.ApplyAsync(TestContext.Current.CancellationToken);
        run.Applied.Count.ShouldBe(1);
        return plan.Pending[0].Mode;
    }

    private static string Folder(string engine) => Path.Combine(AppContext.BaseDirectory, engine);

    private sealed class OneScript(string path) : IScriptSource
    {
        public string Name => path;

        public SourceFiles Load() => new([new("1_script.sql", path, () => File.OpenRead(path))], []);
    }
}
