using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Benchmarks;

/// <summary>What one history table of many rows costs: read, and laid beside as many scripts.</summary>
internal sealed class LongHistory(Engine engine, string name)
{
    private const int Few = 100_000;
    private const int Many = 1_000_000;
    private const int Runs = 3;

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var (few, fewMegabytes) = await RunAsync(Few);
        var (many, manyMegabytes) = await RunAsync(Many);
        return
        [
            new(name, $"one history of {Few} rows, nothing to do", few / 1000, "s", null, Kept(fewMegabytes)),
            new(name, $"one history of {Many} rows, nothing to do", many / 1000, "s", null, Kept(manyMegabytes)),
            new(name, "growth a row, nothing to do", many / few * Few / Many, "x", 1.25),
        ];
    }

    private async Task<(double Milliseconds, double Megabytes)> RunAsync(int rows)
    {
        await using var target = await engine.CreateAsync();
        var set = Scripts(rows);
        await using (var database = target.Open())
        {
            await database.ReadHistoryAsync(CancellationToken.None);
            await database.CreateHistoryAsync(TimeSpan.FromSeconds(5), CancellationToken.None);
        }

        await target.ExecuteAsync(Fill(rows, set.Scripts[0].Checksum));
        var time = await Stopwatching.MedianAsync(Runs, () => PlanAsync(target, set));
        await using var again = target.Open();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var history = await again.ReadHistoryAsync(CancellationToken.None);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(history);
        return (time, kept / 1e6);
    }

    private static async Task PlanAsync(TestDatabase target, ScriptSet set)
    {
        await using var database = target.Open();
        var plan = await new Migrator(database, set).PlanAsync();
        if (plan.Pending.Count > 0 || plan.Refusals.Count > 0)
        {
            throw new InvalidOperationException($"{plan.Pending.Count} scripts are pending, and {plan.Refusals.Count} things forbid the run.");
        }
    }

    private static ScriptSet Scripts(int count) => new(
        "flyway",
        TokenScope.Off,
        [
            .. Enumerable.Range(1, count).Select(i => new Script
            {
                Kind = ScriptKind.Versioned,
                Version = MigrationVersion.Parse(i.ToString("0000000", CultureInfo.InvariantCulture)),
                Description = "one of many",
                Path = string.Create(CultureInfo.InvariantCulture, $"V{i:0000000}__one_of_many.sql"),
                Text = "select 1;\n",
                Directives = ScriptDirectives.None,
            }),
        ],
        []);

    private string Fill(int rows, string checksum)
    {
        var (series, text, time) = engine == Engine.Postgres
            ? ($"generate_series(1, {rows}) i", "lpad(i::text, 7, '0')", "now()")
            : ($"(with recursive n (i) as (select 1 union all select i + 1 from n where i < {rows}) select i from n)", "substr('0000000' || i, -7)", "'2026-11-21T09:00:00.000000Z'");
        return $"""
            insert into schema_history
            select i, 'versioned', {text}, {(engine == Engine.Postgres ? "i::text" : "cast(i as text)")}, 'one of many', 'V' || {text} || '__one_of_many.sql',
                   '{checksum}', 1, {time}, 1.5
            from {series}
            """;
    }

    private static string Kept(double megabytes) => string.Create(CultureInfo.InvariantCulture, $"{megabytes:0} MB kept while it is planned");
}
