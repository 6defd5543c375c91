using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>Reading, comparing and drafting schemas, by the command as users have it.</summary>
internal static class SchemaPart
{
    private const int Runs = 7;
    private const int Tables = 1000;
    private static readonly string Command = Path.Combine(Repository.Root, "artifacts", "dowel", "dowel");

    /// <summary>Measures.</summary>
    public static async Task<Measured> MeasureAsync() => new(
        [
            .. await MeasureAsync(Engine.Postgres, "PostgreSQL", "pg_dump -s"),
            .. await MeasureAsync(Engine.Sqlite, "SQLite", "sqlite3 .schema"),
            .. await DraftAsync(),
        ],
        [
            $"A table has 8 columns, a primary key, a unique key, a check, a foreign key and an index; there are {Tables}, and a view for every tenth.",
            "Times are of whole processes: `dowel` as `make cli` publishes it, a ReadyToRun file on the installed runtime.",
            "`add` replays the scripts on both engines, makes the records' tables, compares, writes, and proves the files on made-up rows.",
        ]);

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Engine engine, string name, string native)
    {
        await using var target = await engine.CreateAsync();
        await using var changed = await engine.CreateAsync();
        await SampleSchema.CreateAsync(target, Tables, changes: 0);
        await SampleSchema.CreateAsync(changed, Tables, changes: 10);
        var (program, arguments) = engine == Engine.Postgres ? Dump(target) : ("sqlite3", [SampleSchema.FileOf(target), ".schema"]);
        return
        [
            new(name, $"`dowel inspect` of {Tables} tables", await MedianAsync(0, Command, "inspect", "--url", target.ConnectionString, "--as", "json"), "s", 1),
            new(name, $"`{native}` of the same", await MedianAsync(0, program, arguments), "s"),
            new(name, $"`dowel diff` of {Tables} tables, nothing different", await MedianAsync(0, Command, "diff", "--from", target.ConnectionString, "--to", target.ConnectionString), "s", 2),
            new(name, "the same, ten tables with a new column", await MedianAsync(1, Command, "diff", "--from", target.ConnectionString, "--to", changed.ConnectionString), "s"),
        ];
    }

    private static (string Program, string[] Arguments) Dump(TestDatabase target)
    {
        var server = new NpgsqlConnectionStringBuilder(target.ConnectionString);
        return ("pg_dump", ["-s", "-h", server.Host!, "-p", server.Port.ToString(CultureInfo.InvariantCulture), "-U", server.Username!, server.Database!]);
    }

    // All of Workspaces' scripts are taken away first, so that every table is drafted.
    private static async Task<IReadOnlyList<Figure>> DraftAsync()
    {
        await using var server = await Engine.Postgres.CreateAsync();
        var assembly = Path.Combine(Repository.Root, "systems", "Workspaces", "bin", "Release", "net10.0", "Workspaces.dll");
        var folder = Directory.CreateTempSubdirectory("dowel-bench-");
        try
        {
            var times = new List<double>();
            for (var i = 0; i < Runs; i++)
            {
                folder.Delete(recursive: true);
                folder.Create();
                times.Add(await Stopwatching.TimeAsync(() => RunAsync(0, Command, "add", "init", assembly, "--dir", folder.FullName, "--url", server.ConnectionString)));
            }

            return [new("both", "`dowel add` on Workspaces, from no script at all", Stopwatching.Median(times) / 1000, "s")];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MedianAsync(int expected, string program, params string[] arguments) =>
        await Stopwatching.MedianAsync(Runs, () => RunAsync(expected, program, arguments)) / 1000;

    private static async Task RunAsync(int expected, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != expected)
        {
            throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}: {await said}");
        }
    }
}
