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

    // A row's number is seen where no column has it, and a counter goes on where both tables have one.
    internal override IEnumerable<(string Before, string After)> KeptBeside(TableModel before, TableModel after)
    {
        yield return ("count(*)", "count(*)");
        if (IsNumbered(before) && IsNumbered(after) && Number(before) is { } one && Number(after) is { } other)
        {
            yield return (one, other);
        }

        if (IsCounted(before) && IsCounted(after))
        {
            yield return (Counter(before), Counter(after));
        }
    }

    internal override string ValueOf(string column) => $"typeof({column}) || quote({column})";

    private static bool IsNumbered(TableModel table) =>
        !table.Options.Contains("without rowid", StringComparison.Ordinal) && table.Columns.All(column => column.Generation != Generation.Identity);

    private static string? Number(TableModel table) =>
        Array.Find(["rowid", "_rowid_", "oid"], name => table.Columns.All(column => column.Name != name));

    private static bool IsCounted(TableModel table) => table.Constraints.Any(key => key.Definition.EndsWith("autoincrement)", StringComparison.Ordinal));

    private static string Counter(TableModel table) => $"count(*) || ' ' || coalesce((select seq from sqlite_sequence where name = '{table.Name}'), 'none')";
}
