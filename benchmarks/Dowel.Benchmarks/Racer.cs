using System.Diagnostics;
using System.Globalization;
using Dowel.Cli;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Benchmarks;

/// <summary>One of several migrators at once, each in a process of its own.</summary>
internal static class Racer
{
    /// <summary>The first argument that makes a racer of this program.</summary>
    public const string Mode = "racer";

    private const int Count = 6;

    /// <summary>Runs as a racer: waits for a line, migrates, prints the milliseconds.</summary>
    public static async Task<int> RunAsync(string engine, string connectionString, string folder)
    {
        await using var database = Open(engine, connectionString);
        await Console.In.ReadLineAsync();
        var time = await Stopwatching.TimeAsync(() =>
            new Migrator(database, ScriptSetLoader.Load([new FolderSource(folder)], database.Dialect)).ApplyAsync());
        Console.WriteLine(time.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>Sends six racers to one empty database.</summary>
    /// <returns>The milliseconds of those that succeeded, the first finisher first.</returns>
    public static async Task<IReadOnlyList<double>> RaceAsync(Engine engine, ScriptFolder scripts)
    {
        await using var database = await engine.CreateAsync();
        var racers = Enumerable.Range(0, Count).Select(_ => Start(engine, database, scripts)).ToList();

        // They are at their starting line when the runtime is up; nobody is told to go before all are there.
        await Task.Delay(1000);
        racers.ForEach(racer => racer.StandardInput.WriteLine());
        var times = new List<double>();
        foreach (var racer in racers)
        {
            if (double.TryParse(await racer.StandardOutput.ReadLineAsync(), CultureInfo.InvariantCulture, out var time))
            {
                times.Add(time);
            }

            await racer.WaitForExitAsync();
            racer.Dispose();
        }

        return [.. times.Order()];
    }

    private static Process Start(Engine engine, TestDatabase database, ScriptFolder scripts) => Process.Start(
        new ProcessStartInfo(
            "dotnet", [typeof(Racer).Assembly.Location, Mode, engine.Dialect.Name, database.ConnectionString, scripts.Path])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static IMigrationDatabase Open(string engine, string connectionString)
    {
        if (engine == DialectNames.Postgres)
        {
            return new PostgresMigrationDatabase(connectionString);
        }

        SqliteNativeLibrary.Use();
        return new SqliteMigrationDatabase(connectionString);
    }
}
