using System.Diagnostics;
using System.Globalization;
using Dowel.Migrations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>What a start costs when the database is current.</summary>
internal sealed class NothingPending(Engine engine, string name)
{
    private const int Runs = 200;
    private const int ProcessRuns = 20;
    private const int Scripts = 200;

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var scripts = new ScriptFolder(Scripts);
        await using var target = await engine.CreateAsync();
        await scripts.UpAsync(engine, target);
        var set = scripts.Load(engine);
        var before = await CountAsync(target);
        double open;
        await using (var database = target.Open())
        {
            var migrator = new Migrator(database, set);
            await migrator.ApplyAsync();
            open = await Stopwatching.MedianAsync(Runs, () => migrator.ApplyAsync());
        }

        var traffic = Describe(before, await CountAsync(target));
        var fresh = await Stopwatching.MedianAsync(Runs, async () =>
        {
            await using var database = target.Open();
            await new Migrator(database, set).ApplyAsync();
        });
        var bar = engine == Engine.Postgres ? 2 : 0.5;
        return
        [
            new(name, $"nothing pending of {Scripts} scripts, connection open", open, "ms", bar, traffic),
            new(name, "the same, connection opened for it", fresh, "ms"),
            await MeasureProcessAsync(target, scripts),
        ];
    }

    private async Task<Figure> MeasureProcessAsync(TestDatabase target, ScriptFolder scripts)
    {
        const string work = "nothing pending, `dowel up` as a process";
        var program = Path.Combine(Repository.Root, "artifacts", "dowel", "dowel");
        if (!File.Exists(program))
        {
            return new(name, work, double.NaN, "s", 0.12, "left out: artifacts/dowel/dowel is not there; 'make cli' makes it");
        }

        var failed = 0;
        var median = await Stopwatching.MedianAsync(ProcessRuns, async () =>
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["up", scripts.Path, "--url", target.ConnectionString])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            failed += process.ExitCode == 0 ? 0 : 1;
        });
        return new(name, work, median / 1000, "s", 0.12, failed == 0 ? "" : $"{failed} of {ProcessRuns} ended with an error");
    }

    // Transactions and sessions, as the server counts them; it writes the counts down when a session ends.
    private async Task<(long Transactions, long Sessions)> CountAsync(TestDatabase target)
    {
        if (engine != Engine.Postgres)
        {
            return default;
        }

        await Task.Delay(300);
        var server = new NpgsqlConnectionStringBuilder(target.ConnectionString);
        var watched = server.Database!;
        server.Database = "postgres";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select xact_commit + xact_rollback, sessions from pg_stat_database where datname = $1", connection);
        command.Parameters.Add(new() { Value = watched });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private string Describe((long Transactions, long Sessions) before, (long Transactions, long Sessions) after)
    {
        if (engine != Engine.Postgres)
        {
            return $"SQLite {new SqliteConnection().ServerVersion}";
        }

        var transactions = (after.Transactions - before.Transactions) / (Runs + 1.0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{transactions:0.00} transactions a run, {after.Sessions - before.Sessions} session for all {Runs + 1}");
    }
}
