using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>Plans between random schemas, carried out on a server with rows and judged by <c>pg_dump</c>.</summary>
public sealed class RandomPlanTests
{
    private static readonly int Pairs = int.TryParse(Environment.GetEnvironmentVariable("DOWEL_SCHEMA_PAIRS"), out var number) ? number : 0;

    [Theory]
    [InlineData(100_001, 200_002)]
    [InlineData(300_003, 400_004)]
    [InlineData(500_005, 600_006)]
    [InlineData(-255_294, -178_483)]
    public Task A_plan_between_two_schemas_leads_where_it_says(int first, int second) => GoAsync(RandomSchema.Of(first), RandomSchema.Of(second));

    // DOWEL_SCHEMA_PAIRS says how many; by default none, so that every run of all tests tries the same.
    [Fact]
    public void A_plan_between_any_two_schemas_leads_where_it_says()
    {
        Assert.SkipWhen(Pairs == 0, "DOWEL_SCHEMA_PAIRS=20 tries so many random pairs.");
        FsCheck.Fluent.Prop.ForAll(ArbMap.Default.ArbFor<int>().Generator.Zip(ArbMap.Default.ArbFor<int>().Generator).Select(pair => (pair.Item1, pair.Item2)).ToArbitrary(), pair =>
            GoAsync(RandomSchema.Of(pair.Item1), RandomSchema.Of(pair.Item2)).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Pairs).WithStartSize(100000).WithEndSize(1000000));
    }

    private static async Task GoAsync(DatabaseModel first, DatabaseModel second)
    {
        await using var one = await Scratch.PostgresAsync();
        await using var other = await Scratch.PostgresAsync();
        await MakeAsync(one, first);
        await MakeAsync(other, second);
        var (before, after) = (await one.Database.ReadModelAsync(default), await other.Database.ReadModelAsync(default));
        foreach (var table in before.Tables.Where(table => table.Kind == TableKind.Table))
        {
            await FillAsync(one, table, after.Find(table.Key) ?? table);
        }

        var options = new DiffOptions
        {
            Backfills = after.Tables.Where(table => table.Kind == TableKind.Table).SelectMany(table => table.Columns
                .Where(column => before.Find(table.Key)?.Find(column.Name) is not { } old ? !column.IsNullable : old.Type != column.Type || (old.IsNullable && !column.IsNullable))
                .Select(column => (Key: table.Key.Column(column.Name), Value: Becoming(table, column, before.Find(table.Key)?.Find(column.Name) is not null)))).ToDictionary(each => each.Key, each => each.Value),
        };
        var plan = SchemaDiff.Compare(before, after, options, one.Database.Engine);
        plan.Obstacles.ShouldBeEmpty();
        var drafts = one.Database.Engine.Render(plan);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", drafts.Select(draft => $"-- {draft.Suffix}\n{string.Join(";\n", draft.Statements)};\n")));
        foreach (var draft in drafts)
        {
            await one.RunAsync(draft.IsTransactional ? ["begin", .. draft.Statements, "commit"] : draft.Statements);
        }

        (await PostgresJudge.DumpAsync(one)).ShouldBe(await PostgresJudge.DumpAsync(other));
        SchemaDiff.Compare(await one.Database.ReadModelAsync(default), after, new(), one.Database.Engine).Changes.ShouldBeEmpty();
        foreach (var table in before.Tables.Where(table => table.Kind == TableKind.Table && after.Find(table.Key) is not null))
        {
            (await one.Database.QueryAsync($"select count(*) from {table.Name}", default))[0][0].ShouldBe("3");
        }
    }

    private static async Task MakeAsync(Scratch scratch, DatabaseModel model)
    {
        var made = scratch.Database.Engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, model, new(), scratch.Database.Engine));
        await scratch.RunAsync(made.SelectMany(draft => draft.Statements));
    }

    // What becomes a reference stays empty too, where it may: the table that it will refer to can be new, without rows.
    private static Task FillAsync(Scratch scratch, TableModel table, TableModel after)
    {
        var columns = table.Columns.Where(column => !IsForeign(table, column) && !(column.IsNullable && IsForeign(after, column))).ToList();
        return scratch.RunAsync($"insert into {table.Name} ({string.Join(", ", columns.Select(column => column.Name))}) select {string.Join(", ", columns.Select(Value))} from generate_series(1, 3) id");
    }

    private static bool IsForeign(TableModel table, ColumnModel column) => table.Constraints.Any(key => key.Kind == ConstraintKind.Foreign && key.Columns.Contains(column.Name));

    // What values of another type become speaks of them; it is the same for all the same.
    private static string Becoming(TableModel table, ColumnModel column, bool isThere)
    {
        var value = IsForeign(table, column) ? "null" : Value(column);
        return isThere ? $"cast(case when {column.Name} is null then {value} else {value} end as {column.Type})" : value;
    }

    private static string Value(ColumnModel column) => column.Type switch
    {
        "mood" => "'y'::mood",
        "text" => "'x' || id",
        _ => "id",
    };
}
