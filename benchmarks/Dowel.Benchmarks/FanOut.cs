using System.Globalization;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>What a file, a schema or a database for each customer costs.</summary>
internal static class FanOut
{
    private const int Files = 1000;
    private const int FilesScripts = 10;
    private const int FilesAtOnce = 8;
    private const int Schemas = 1000;
    private const int SchemasScripts = 1000;
    private const int SchemasAtOnce = 4;

    /// <summary>Measures both engines.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync() => [.. await MeasureFilesAsync(), .. await MeasureSchemasAsync()];

    private static async Task<IReadOnlyList<Figure>> MeasureFilesAsync()
    {
        using var scripts = new ScriptFolder(FilesScripts);
        var folder = Directory.CreateTempSubdirectory("dowel-bench-each-");
        try
        {
            for (var i = 0; i < Files; i++)
            {
                await File.WriteAllBytesAsync(Path.Join(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"tenant{i:0000}.db")), []);
            }

            var set = scripts.Load(Engine.Sqlite);
            var targets = SqliteTargets.Load(Path.Join(folder.FullName, "*.db"));
            await UpAsync(set, targets.Take(Files / 2), FilesAtOnce);
            var half = Stopwatching.TimeAsync(() => UpAsync(set, targets.Skip(Files / 2), FilesAtOnce));
            var apply = await half / (Files / 2);
            var idle = await Stopwatching.TimeAsync(() => UpAsync(set, targets, FilesAtOnce)) / Files;
            return
            [
                new("SQLite", $"one of {Files} files brought up, {FilesScripts} scripts, {FilesAtOnce} at once", apply, "ms", 1000.0 / 150, PerSecond(apply, "files")),
                new("SQLite", $"one of {Files} files, nothing to do", idle, "ms", null, PerSecond(idle, "files")),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The history is made in the database itself: to apply a million scripts would measure the server for half an hour.
    private static async Task<IReadOnlyList<Figure>> MeasureSchemasAsync()
    {
        using var few = new ScriptFolder(FilesScripts);
        using var many = new ScriptFolder(SchemasScripts);
        await using var database = await Engine.Postgres.CreateAsync();
        var fresh = Enumerable.Range(0, Schemas / 5).Select(i => Target(database, $"fresh_{i}")).ToList();
        var apply = await Stopwatching.TimeAsync(() => UpAsync(few.Load(Engine.Postgres), fresh, SchemasAtOnce)) / fresh.Count;
        var idle = await Stopwatching.TimeAsync(() => UpAsync(few.Load(Engine.Postgres), fresh, SchemasAtOnce)) / fresh.Count;

        var set = many.Load(Engine.Postgres);
        await UpAsync(set, [Target(database, "tenant_0")], 1);
        await CopyHistoryAsync(database, Schemas);
        var targets = await new PostgresTargets(database.ConnectionString).ReadSchemasAsync("tenant_*");
        var all = await Stopwatching.TimeAsync(() => UpAsync(set, targets, SchemasAtOnce)) / 1000;
        var one = await Stopwatching.MedianAsync(11, async () =>
        {
            await using var tenant = database.Open("tenant_500");
            await new Migrator(tenant, set).PlanAsync();
        });
        return
        [
            new("PostgreSQL", $"one of {fresh.Count} schemas brought up, {FilesScripts} scripts, {SchemasAtOnce} at once", apply, "ms", null, PerSecond(apply, "schemas")),
            new("PostgreSQL", $"one of {fresh.Count} schemas, nothing to do", idle, "ms", null, PerSecond(idle, "schemas")),
            new("PostgreSQL", $"{targets.Count} schemas of {SchemasScripts} scripts, nothing to do in any", all, "s", null, "one million rows of history"),
            new("PostgreSQL", "status of one of them", one, "ms", null, "connection opened for it"),
        ];
    }

    private static MigrationTarget Target(TestDatabase database, string schema) => new(schema, () => database.Open(schema));

    private static async Task UpAsync(ScriptSet set, IEnumerable<MigrationTarget> targets, int parallelism)
    {
        await foreach (var result in new MigrationFanOut(set, new() { Parallelism = parallelism }).ApplyAsync(targets))
        {
            if (result.Failure is { } failure)
            {
                throw failure;
            }
        }
    }

    private static async Task CopyHistoryAsync(TestDatabase database, int schemas)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var i in Enumerable.Range(1, schemas - 1))
        {
            await using var command = new NpgsqlCommand(
                $"""
                create schema tenant_{i};
                create table tenant_{i}.schema_history (like tenant_0.schema_history including all);
                insert into tenant_{i}.schema_history select * from tenant_0.schema_history;
                create table tenant_{i}.schema_history_journal (like tenant_0.schema_history_journal including all);
                """,
                connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string PerSecond(double milliseconds, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{1000 / milliseconds:0} {noun} a second");
}
