using Dowel.Migrations;

namespace Dowel.Schema.Tests;

/// <summary>A plan's transactional script that fails at any statement leaves the database as it was.</summary>
public sealed class PostgresFaultTests
{
    private static readonly Dictionary<string, SchemaPair> Pairs = PairFile.LoadFolder("PostgresWriting/Pairs").ToDictionary(pair => pair.Name);

    [Theory]
    [InlineData("columns: a serial becomes an identity")]
    [InlineData("columns: what a column is computed from changes its type")]
    [InlineData("columns: a type needs a cast that the server does not make by itself")]
    [InlineData("counters: a column with a serial is renamed")]
    [InlineData("enums: an enum column of a partitioned table is rebuilt")]
    [InlineData("functions: a function gets another result and stands below others")]
    [InlineData("keys: tables that refer to each other are made")]
    [InlineData("partitions: a column of a partitioned table goes with its index and its default")]
    [InlineData("rights: grants come and go")]
    [InlineData("tables: a table and its columns are renamed")]
    [InlineData("types: an enum loses a label")]
    [InlineData("types2: a composite in a composite changes")]
    [InlineData("views: a view is in the way of a type")]
    public async Task A_failure_at_any_statement_leaves_what_was_there(string name)
    {
        var pair = Pairs[name];
        await using var one = await Scratch.PostgresAsync();
        await using var other = await Scratch.PostgresAsync();
        await one.RunAsync(PairFile.Statements(pair.Before));
        await other.RunAsync(PairFile.Statements(pair.After));
        await one.RunAsync(PairFile.Statements(pair.Rows));
        var expected = await PostgresJudge.DumpAsync(one, withRows: true);
        var plan = SchemaDiff.Compare(await one.Database.ReadModelAsync(TestContext.Current.CancellationToken), await other.Database.ReadModelAsync(TestContext.Current.CancellationToken), pair.Options.There, one.Database.Engine);
        var script = one.Database.Engine.Render(plan)[0];
        script.IsTransactional.ShouldBeTrue();
        for (var done = 1; done <= script.Statements.Count; done++)
        {
            var broken = script with { Statements = [.. script.Statements.Take(done), "select 1 / 0", .. script.Statements.Skip(done)] };
            (await Should.ThrowAsync<ScriptFailedException>(() => PostgresFolder.ApplyAsync(one, [broken]))).Message.ShouldContain("division by zero");
        }

        // What any of them had left would be there still.
        (await PostgresJudge.DumpAsync(one, withRows: true)).ShouldBe(expected);
    }
}
