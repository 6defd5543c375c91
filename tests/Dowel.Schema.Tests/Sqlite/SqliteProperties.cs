using Dowel.Migrations;
using Dowel.Sqlite;

namespace Dowel.Schema.Tests;

/// <summary>What holds for any schema, and any two.</summary>
public sealed class SqliteProperties
{
    private static readonly string[] Tables = ["p", "t", "u"];

    [Fact]
    public void What_is_spelled_in_one_way_stays_so_and_means_the_same() => RandomRuns.Check(Choices.Bytes, usual: 200, RoundTripAsync);

    [Fact]
    public void Any_schema_becomes_any_other_and_keeps_what_stays_or_is_left_as_it_was() => RandomRuns.Check(Choices.Pairs, usual: 100, async pair =>
    {
        var (from, to) = (new SqliteMaker(new(pair.One)).Schema(), new SqliteMaker(new(pair.Other)).Schema());
        to = pair.Other[^1] % 3 == 1 ? [.. to.Select(SqliteNewNames.Write)] : to;
        try
        {
            await GoAsync(from, to);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"From:\n{string.Join(";\n", from)};\nto:\n{string.Join(";\n", to)};\n{failure.Message}", failure);
        }
    });

    private static async Task RoundTripAsync(byte[] bytes)
    {
        var statements = new SqliteMaker(new(bytes)).Schema();
        await using var first = await MakeAsync(statements);
        var model = await first.Database.ReadModelAsync(default);
        SchemaDiff.Compare(model, model, new(), first.Database.Engine).Changes.ShouldBeEmpty();
        var drafts = first.Database.Engine.Render(SchemaDiff.Compare(DatabaseModel.Empty, model, new(), first.Database.Engine));

        await using var second = await MakeAsync(drafts.SelectMany(draft => draft.Statements));

        (await SqliteJudge.DescribeAsync(second)).ShouldBe(await SqliteJudge.DescribeAsync(first));
        var again = await second.Database.ReadModelAsync(default);
        SchemaDiff.Compare(model, again, new(), first.Database.Engine).Changes.ShouldBeEmpty();
        again.Tables.SelectMany(table => table.Constraints.Select(key => key.Definition).Concat(table.Indexes.Select(index => index.Create)))
            .ShouldBe(model.Tables.SelectMany(table => table.Constraints.Select(key => key.Definition).Concat(table.Indexes.Select(index => index.Create))), ignoreOrder: true);
        foreach (var text in model.Objects.Concat(model.Tables).Select(each => each.Create).Where(text => text.Length > 0))
        {
            var scope = SqliteScope.OfQuery(model.Tables.Select(table => table.Name), model.Tables.SelectMany(table => table.Columns).Select(column => column.Name));
            SqliteWording.Spell(text, scope).ShouldBe(text);
        }
    }

    private static async Task GoAsync(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        await using var path = SqlitePath.Of(await MakeAsync(from));
        await using var target = await MakeAsync(to);
        await FillAsync(path.Scratch);
        var (before, after) = (await path.Scratch.Database.ReadModelAsync(default), await target.Database.ReadModelAsync(default));
        var engine = path.Scratch.Database.Engine;
        var options = new DiffOptions { Renames = SqliteNewNames.Intents };
        var needed = SchemaDiff.Compare(before, after, options, engine).Obstacles.ToDictionary(obstacle => obstacle.Key, _ => "rowid");
        var plan = SchemaDiff.Compare(before, after, options with { Backfills = before.Tables.Any(table => table.Options.Contains("rowid", StringComparison.Ordinal)) ? needed.ToDictionary(each => each.Key, _ => "5") : needed }, engine);
        plan.Obstacles.ShouldBeEmpty();
        var kept = Kept(plan, engine).ToList();
        await FailAsync(path, engine.Render(plan));
        var (dump, values) = (await SqliteJudge.DumpAsync(path.Scratch), await ValuesAsync(path, kept.Select(pair => pair.Before)));
        try
        {
            await path.GoAsync(plan);
        }
        catch (ScriptFailedException failure) when (IsRefused(failure.Problem))
        {
            (await SqliteJudge.DumpAsync(path.Scratch)).ShouldBe(dump);
            await EmptyAsync(path.Scratch);
            values = await ValuesAsync(path, kept.Select(pair => pair.Before));
            await path.GoAsync(plan);
        }

        (await SqliteJudge.DescribeAsync(path.Scratch)).ShouldBe(await SqliteJudge.DescribeAsync(target));
        SchemaDiff.Compare(await path.Scratch.Database.ReadModelAsync(default), after, new(), engine).Changes.ShouldBeEmpty();
        (await ValuesAsync(path, kept.Select(pair => pair.After))).ShouldBe(values);
        (await path.RowsAsync("pragma foreign_key_check")).ShouldBeEmpty();
    }

    // What rows that are there can refuse; without rows there is nothing in a plan's way.
    private static bool IsRefused(string problem) => !problem.Contains("would lose", StringComparison.Ordinal)
        && (problem.Contains("constraint failed", StringComparison.Ordinal) || problem.Contains("no parent", StringComparison.Ordinal) || problem.Contains("cannot store", StringComparison.Ordinal));

    // At one statement, which is another one for each pair.
    private static async Task FailAsync(SqlitePath path, IReadOnlyList<ScriptDraft> drafts)
    {
        if (drafts is not [{ Statements: var statements }])
        {
            return;
        }

        var (dump, judged) = (await SqliteJudge.DumpAsync(path.Scratch), await SqliteJudge.DescribeAsync(path.Scratch));
        var done = string.Concat(statements).Sum(letter => letter) % (statements.Count + 1);
        var set = ScriptSetLoader.Load([new DraftSource([new([.. statements.Take(done), "select * from nowhere_at_all"])])], new SqliteDialect());
        await Should.ThrowAsync<ScriptFailedException>(() => new Migrator(path.Scratch.Migrated, set).ApplyAsync(default));
        (await SqliteJudge.DumpAsync(path.Scratch)).ShouldBe(dump, $"after a failure behind statement {done}");
        (await SqliteJudge.DescribeAsync(path.Scratch)).ShouldBe(judged);
    }

    private static async Task EmptyAsync(Scratch scratch)
    {
        var tables = await scratch.Database.QueryAsync("select name from sqlite_master where type = 'table' and name in ('p', 't', 'u')", default);
        await scratch.RunAsync(["pragma foreign_keys = off", .. tables.Select(table => $"delete from {table[0]}"), "pragma foreign_keys = on"]);
    }

    private static IEnumerable<(string Before, string After)> Kept(SchemaPlan plan, ISchemaEngine engine)
    {
        var renamed = plan.Changes.OfType<RenameObject>().ToDictionary(rename => rename.From, rename => rename.To);
        return from table in plan.Before.Tables
               where table.Kind == TableKind.Table
               let key = renamed.GetValueOrDefault(table.Key, table.Key)
               let after = plan.After.Find(key)
               where after is { Kind: TableKind.Table }
               from column in table.Columns
               let name = renamed.GetValueOrDefault(key.Column(column.Name), key.Column(column.Name)).Part!
               let next = after.Find(name)
               where next is not null && next.Type == column.Type && next.Generation != Generation.Computed && column.Generation != Generation.Computed
               select (Values(table.Name, engine.Quote(column.Name)), Values(after.Name, engine.Quote(name)));
    }

    private static string Values(string table, string column) => $"select hex(cast({column} as text)) from {table} order by 1";

    private static async Task<IReadOnlyList<string>> ValuesAsync(SqlitePath path, IEnumerable<string> queries)
    {
        var found = new List<string>();
        foreach (var query in queries)
        {
            found.Add(string.Join(' ', await path.RowsAsync(query)));
        }

        return found;
    }

    // A row that its table does not take is left out.
    private static async Task FillAsync(Scratch scratch)
    {
        foreach (var table in Tables)
        {
            var columns = await scratch.Database.QueryAsync($"select name, lower(type) from pragma_table_xinfo('{table}') where hidden = 0", default);
            for (var row = 1; row <= 3 && columns.Count > 0; row++)
            {
                var values = columns.Select(column => column[0] == "id" || column[1]!.Contains("int", StringComparison.Ordinal) ? $"{row}" : column[1] is "real" or "double precision" or "decimal(10,2)" ? $"{row}.5" : column[1] == "blob" ? $"x'0{row}'" : row == 3 && column[1]!.Length > 4 ? "null" : $"'{row}'");
                try
                {
                    await scratch.RunAsync($"insert into {table} ({string.Join(", ", columns.Select(column => $"\"{column[0]}\""))}) values ({string.Join(", ", values)})");
                }
                catch (SchemaStatementException)
                {
                    continue;
                }
            }
        }
    }

    private static async Task<Scratch> MakeAsync(IEnumerable<string> statements)
    {
        var scratch = await Scratch.SqliteAsync();
        await scratch.RunAsync(statements);
        return scratch;
    }
}
