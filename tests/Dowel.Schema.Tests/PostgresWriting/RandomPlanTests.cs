namespace Dowel.Schema.Tests;

/// <summary>Plans between random schemas, carried out on a server with rows and judged by <c>pg_dump</c>.</summary>
public sealed class RandomPlanTests
{
    [Theory]
    [InlineData(100_001, 200_002)]
    [InlineData(300_003, 400_004)]
    [InlineData(500_005, 600_006)]
    [InlineData(-255_294, -178_483)]
    public Task A_plan_that_once_led_elsewhere_leads_where_it_says(int first, int second) => GoAsync(new(RandomSchema.Of(first), RandomSchema.Of(second)));

    [Fact]
    public void A_plan_between_any_two_schemas_leads_where_it_says() => RandomRuns.Check(RandomPair.Any, usual: 10, GoAsync);

    private static async Task GoAsync(RandomPair pair)
    {
        await using var one = await Scratch.PostgresAsync();
        await using var other = await Scratch.PostgresAsync();
        await Task.WhenAll(MakeAsync(one, pair.Before), MakeAsync(other, pair.After));
        var (before, after) = (await one.Database.ReadModelAsync(default), await other.Database.ReadModelAsync(default));
        var rows = new RandomRows(one, before, after);
        await rows.FillAsync();
        var plan = SchemaDiff.Compare(before, after, new() { Backfills = rows.Backfills }, one.Database.Engine);
        plan.Obstacles.ShouldBeEmpty();
        SchemaDiff.Compare(after, after, new(), one.Database.Engine).IsEmpty.ShouldBeTrue();
        var drafts = one.Database.Engine.Render(plan);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", drafts.Select(draft => $"-- {draft.Suffix}\n{string.Join(";\n", draft.Statements)};\n")));
        var kept = await rows.KeptAsync(before);

        await FailAsync(one, drafts);
        foreach (var draft in drafts)
        {
            await one.RunAsync(draft.IsTransactional ? ["begin", .. draft.Statements, "commit"] : draft.Statements);
        }

        var dumps = await Task.WhenAll(PostgresJudge.DumpAsync(one), PostgresJudge.DumpAsync(other));
        dumps[0].ShouldBe(dumps[1]);
        SchemaDiff.Compare(await one.Database.ReadModelAsync(default), after, new(), one.Database.Engine).Changes.ShouldBeEmpty();
        (await rows.KeptAsync(after)).ShouldBe(kept);
    }

    // The migrator breaks off at one statement, which is another one for each pair.
    private static async Task FailAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts)
    {
        if (drafts is not [{ IsTransactional: true, Statements: { Count: > 0 } statements } first, ..])
        {
            return;
        }

        var dump = await PostgresJudge.DumpAsync(scratch, withRows: true);
        var done = string.Concat(statements).Sum(letter => letter) % (statements.Count + 1);
        await Should.ThrowAsync<Dowel.Migrations.ScriptFailedException>(() => PostgresFolder.ApplyAsync(scratch, [first with { Statements = [.. statements.Take(done), "select 1 / 0"] }]));
        (await PostgresJudge.DumpAsync(scratch, withRows: true)).ShouldBe(dump, $"after a failure behind statement {done}");
    }

    private static async Task MakeAsync(Scratch scratch, DatabaseModel model)
    {
        var made = scratch.Database.Engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, model, new(), scratch.Database.Engine));
        await scratch.RunAsync(made.SelectMany(draft => draft.Statements));
    }
}
