namespace Dowel.Schema.Tests;

/// <summary>Goes from one schema of a pair to the other and back, and has something else than Dowel's own reader judge where it arrived.</summary>
/// <param name="engine">The engine's name.</param>
public abstract class PairTests(string engine)
{
    /// <summary>The pairs of the engine.</summary>
    internal abstract SchemaPair Pair(string name);

    /// <summary>What a database consists of, in an order of its own, as another program than Dowel says it.</summary>
    internal abstract Task<IReadOnlyList<string>> JudgeAsync(Scratch scratch);

    /// <summary>Runs the scripts of a plan.</summary>
    internal abstract Task ApplyAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts);

    /// <summary>Goes there, and for some pairs back.</summary>
    protected async Task RunAsync(string name)
    {
        var pair = Pair(name);
        var goesBack = !pair.IsOneWay && GoesBack(name);
        await using var one = await Scratch.OfAsync(engine);
        await using var other = await Scratch.OfAsync(engine);
        var sides = await Task.WhenAll(SideAsync(one, pair.Before, pair.Rows, isReached: goesBack), SideAsync(other, pair.After, pair.BackRows, isReached: true));
        await Task.WhenAll(
            GoAsync(one, sides[0].Model, sides[1], pair.Options.There),
            goesBack ? GoAsync(other, sides[1].Model, sides[0], pair.Options.Back) : Task.CompletedTask);
    }

    /// <summary>Whether a pair is gone back, too.</summary>
    internal virtual bool GoesBack(string name) => true;

    /// <summary>What must be the same of a table that stays beside its columns' values: expressions by its old names and by its new ones.</summary>
    internal virtual IEnumerable<(string Before, string After)> KeptBeside(TableModel before, TableModel after) => [("count(*)", "count(*)")];

    /// <summary>What tells a column's value, and of what kind it is.</summary>
    internal virtual string ValueOf(string column) => column;

    // Both ways are gone at once: most of the time is the server's.
    private async Task<(DatabaseModel Model, IReadOnlyList<string> Judged)> SideAsync(Scratch scratch, string schema, string rows, bool isReached)
    {
        await scratch.RunAsync(PairFile.Statements(schema));
        var side = (await ReadAsync(scratch), isReached ? await JudgeAsync(scratch) : []);
        await scratch.RunAsync(PairFile.Statements(rows));
        return side;
    }

    private static Task<DatabaseModel> ReadAsync(Scratch scratch) => scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);

    private async Task GoAsync(Scratch scratch, DatabaseModel from, (DatabaseModel Model, IReadOnlyList<string> Judged) to, DiffOptions options)
    {
        var plan = SchemaDiff.Compare(from, to.Model, options, scratch.Database.Engine);
        plan.Obstacles.ShouldBeEmpty();
        plan.Unused.ShouldBeEmpty();
        plan.IsEmpty.ShouldBeFalse("the two schemas are to differ");
        var kept = Kept(plan, options, scratch.Database.Engine).ToList();
        var before = await ValuesAsync(scratch, kept.Select(pair => pair.Before));
        var drafts = scratch.Database.Engine.Render(plan);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", drafts.Select(draft => $"-- {draft.Suffix}\n{string.Join(";\n", draft.Statements)};\n")));

        await ApplyAsync(scratch, drafts);

        (await JudgeAsync(scratch)).ShouldBe(to.Judged);
        var reached = await ReadAsync(scratch);
        SchemaDiff.Compare(reached, plan.After, options, scratch.Database.Engine).Changes.ShouldBeEmpty();
        (await ValuesAsync(scratch, kept.Select(pair => pair.After))).ShouldBe(before);
    }

    // What has the same type before and after, and is given no values, keeps them.
    private IEnumerable<(string Before, string After)> Kept(SchemaPlan plan, DiffOptions options, ISchemaEngine engine)
    {
        var renamed = plan.Changes.OfType<RenameObject>().ToDictionary(rename => rename.From, rename => rename.To);
        var isParted = plan.Changes.OfType<AlterTable>().Any(change => change.Before.PartitionOf != change.After.PartitionOf);
        foreach (var table in plan.Before.Tables.Where(table => table.Kind is TableKind.Table && !(isParted && table.Options.StartsWith("partition by", StringComparison.Ordinal))))
        {
            var key = renamed.GetValueOrDefault(table.Key, table.Key);
            if (plan.After.Find(key) is not { Kind: TableKind.Table } after)
            {
                continue;
            }

            var columns = from column in table.Columns
                          let name = renamed.TryGetValue(key.Column(column.Name), out var to) ? to.Part! : column.Name
                          let next = after.Find(name)
                          where next is not null && next.Type == column.Type && next.Generation != Generation.Computed && !options.Backfills.ContainsKey(key.Column(name))
                          select (ValueOf(engine.Quote(column.Name)), ValueOf(engine.Quote(name)));
            foreach (var (one, other) in KeptBeside(table, after).Concat(columns))
            {
                yield return ($"select {one} from {Name(table, engine)}", $"select {other} from {Name(after, engine)}");
            }
        }
    }

    private static string Name(TableModel table, ISchemaEngine engine) => table.Schema is null ? engine.Quote(table.Name) : $"{engine.Quote(table.Schema)}.{engine.Quote(table.Name)}";

    private static async Task<List<string>> ValuesAsync(Scratch scratch, IEnumerable<string> queries)
    {
        var result = new List<string>();
        foreach (var query in queries)
        {
            var rows = await scratch.Database.QueryAsync(query, default);
            result.Add(string.Join('|', rows.Select(row => row[0] ?? "NULL").Order(StringComparer.Ordinal)));
        }

        return result;
    }
}
