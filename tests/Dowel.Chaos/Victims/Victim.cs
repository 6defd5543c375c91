using System.Diagnostics;
using System.Globalization;
using Dowel.Cli;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Chaos;

/// <summary>A migrator in a process of its own, which ends or hangs itself where it is told to.</summary>
/// <remarks>Prints <c>ready</c>, waits for a line, and prints <c>done</c> with milliseconds, scripts applied and boundaries passed, or <c>failed</c> with what was wrong.</remarks>
internal static class Victim
{
    /// <summary>The first argument that makes a victim of this program.</summary>
    public const string Mode = "victim";

    /// <summary>Runs with: engine, connection string, folder, what to do at the boundary, its number.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var at = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        var fate = Enum.Parse<Fate>(arguments[3]);
        var boundaries = new Boundaries(passed => passed == at ? MeetAsync(fate) : Task.CompletedTask);
        await using var database = Watched<IMigrationDatabase>.Around(Open(arguments[0], arguments[1]), boundaries);
        var set = Arena.Load(arguments[2], database.Dialect);
        Say("ready");
        await Console.In.ReadLineAsync();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var run = await new Migrator(database, set, new() { Progress = new Teller() }).ApplyAsync();
            Say($"done {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} {run.Applied.Count} {boundaries.Passed}");
            return 0;
        }
        catch (Exception error)
        {
            Say($"failed {error.ToString().ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static IMigrationDatabase Open(string engine, string connectionString)
    {
        if (engine == DialectNames.Postgres)
        {
            return new PostgresMigrationDatabase(connectionString, new() { LeaseDuration = PooledEngine.LeaseDuration });
        }

        SqliteNativeLibrary.Use();
        return new SqliteMigrationDatabase(connectionString);
    }

    private static Task MeetAsync(Fate fate)
    {
        switch (fate)
        {
            case Fate.Kill:
                // SIGKILL: no handler, no finally, no flush.
                using (var self = Process.GetCurrentProcess())
                {
                    self.Kill();
                }

                break;
            case Fate.Hang:
                Say("hanging");
                break;
            case Fate.Stop:
                Say("stopping");
                using (var stop = Process.Start("kill", ["-STOP", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]))
                {
                    stop.WaitForExit();
                }

                return Task.CompletedTask;
            default:
                return Task.CompletedTask;
        }

        return Task.Delay(Timeout.InfiniteTimeSpan);
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }

    private sealed class Teller : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value)
        {
            if (value is MigrationEvent.WaitingForLock)
            {
                Say("waiting");
            }
        }
    }
}
