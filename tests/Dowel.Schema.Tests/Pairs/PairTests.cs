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
        await using var one = await Scratch.OfAsync(engine);
        await using var other = await Scratch.OfAsync(engine);
        var sides = await Task.WhenAll(SideAsync(one, pair.Before, pair.Rows), SideAsync(other, pair.After, pair.BackRows));
        await Task.WhenAll(
            GoAsync(one, sides[0].Model, sides[1], pair.Options.There),
            pair.IsOneWay || !GoesBack(name) ? Task.CompletedTask : GoAsync(other, sides[1].Model, sides[0], pair.Options.Back));
    }

    // The way back of every third pair by default, since all of them take minutes; of all where more random plans are asked for, too.
    private static bool GoesBack(string name) => Environment.GetEnvironmentVariable("DOWEL_SCHEMA_PAIRS") is not null || name.Sum(letter => letter) % 3 == 0;

    // Both ways are gone at once: most of the time is the server's.
    private async Task<(DatabaseModel Model, IReadOnlyList<string> Judged)> SideAsync(Scratch scratch, string schema, string rows)
    {
        await scratch.RunAsync(PairFile.Statements(schema));
        var side = (await ReadAsync(scratch), await JudgeAsync(scratch));
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
        var kept = KeptColumns(plan, options).ToList();
        var before = await ValuesAsync(scratch, kept.Select(pair => pair.Before));
        var drafts = scratch.Database.Engine.Render(plan);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", drafts.Select(draft => $"-- {draft.Suffix}\n{string.Join(";\n", draft.Statements)};\n")));

        await ApplyAsync(scratch, drafts);

        (await JudgeAsync(scratch)).ShouldBe(to.Judged);
        var reached = await ReadAsync(scratch);
        SchemaDiff.Compare(reached, plan.After, options, scratch.Database.Engine).Changes.ShouldBeEmpty();
        (await ValuesAsync(scratch, kept.Select(pair => pair.After))).ShouldBe(before);
    }

    // What has the same type before and after, and is given no values, keeps them; every table that stays keeps its number of rows.
    private static IEnumerable<((TableModel Table, string? Column) Before, (TableModel Table, string? Column) After)> KeptColumns(SchemaPlan plan, DiffOptions options)
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

            yield return ((table, null), (after, null));
            foreach (var column in table.Columns)
            {
                var name = renamed.TryGetValue(key.Column(column.Name), out var to) ? to.Part! : column.Name;
                if (after.Find(name) is { } next && next.Type == column.Type && next.Generation != Generation.Computed && !options.Backfills.ContainsKey(key.Column(name)))
                {
                    yield return ((table, column.Name), (after, name));
                }
            }
        }
    }

    private static async Task<List<string>> ValuesAsync(Scratch scratch, IEnumerable<(TableModel Table, string? Column)> columns)
    {
        var result = new List<string>();
        var engine = scratch.Database.Engine;
        foreach (var (table, column) in columns)
        {
            var name = table.Schema is null ? engine.Quote(table.Name) : $"{engine.Quote(table.Schema)}.{engine.Quote(table.Name)}";
            var rows = await scratch.Database.QueryAsync($"select {(column is null ? "count(*)" : engine.Quote(column))} from {name}", default);
            result.Add(string.Join('|', rows.Select(row => row[0] ?? "NULL").Order(StringComparer.Ordinal)));
        }

        return result;
    }
}
