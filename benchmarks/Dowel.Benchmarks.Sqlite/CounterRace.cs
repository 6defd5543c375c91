using System.Diagnostics;
using System.Globalization;
using Dapper;
using Dowel.Data;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Benchmarks;

/// <summary>Eight tasks that each read a number and write a greater one, in transactions.</summary>
internal sealed class CounterRace(SqliteFile file)
{
    private const int Tasks = 8;
    private const int Rounds = 1000;

    /// <summary>Measures Dowel and a connection for each task that waits for the lock as SQLite does.</summary>
    public async Task<IEnumerable<Figure>> MeasureAsync()
    {
        await using var database = SqliteDatabase.Open(file.ConnectionString);
        return [.. Figures("Dowel", await RunAsync(() => RaiseAsync(database))), .. Figures("Dapper", await RunAsync(RaiseByHandAsync))];
    }

    private static async Task RaiseAsync(SqliteDatabase database) => await database.TransactAsync(static async (transaction, token) =>
    {
        var tallies = new TallyRepository(transaction);
        var tally = await tallies.FindAsync(1, token);
        await tallies.UpdateAsync(tally! with { N = tally.N + 1 }, token);
    });

    private async Task RaiseByHandAsync()
    {
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("pragma synchronous = normal");
        await using var transaction = connection.BeginTransaction(deferred: false);
        var n = await connection.QuerySingleAsync<long>("select n from counters where id = @id", new { id = 1L }, transaction);
        await connection.ExecuteAsync("update counters set n = @n where id = @id", new { id = 1L, n = n + 1 }, transaction);
        await transaction.CommitAsync();
    }

    private async Task<Outcome> RunAsync(Func<Task> raiseAsync)
    {
        var before = await CountAsync();
        var times = new double[Tasks * Rounds];
        var failures = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            for (var i = 0; i < Rounds; i++)
            {
                try
                {
                    times[(task * Rounds) + i] = await Stopwatching.TimeAsync(raiseAsync);
                }
                catch (Exception failure) when (failure is SqliteException or DatabaseException)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        })));
        var total = Stopwatch.GetElapsedTime(start);
        Array.Sort(times);
        return new(total.TotalMicroseconds / times.Length, times[times.Length * 99 / 100], (Tasks * Rounds) - (await CountAsync() - before) - failures, failures);
    }

    private async Task<long> CountAsync()
    {
        await using var connection = file.Connect();
        return await connection.QuerySingleAsync<long>("select n from counters where id = 1");
    }

    private static IEnumerable<Figure> Figures(string name, Outcome outcome)
    {
        var isOurs = name == "Dowel";
        var note = string.Create(CultureInfo.InvariantCulture, $"{outcome.Lost} lost, {outcome.Failures} \"database is locked\"");
        yield return new("SQLite", $"8 tasks, read and write in turn: {name}, one of all", outcome.Microseconds, "µs", Note: note);
        yield return new("SQLite", $"8 tasks, read and write in turn: {name}, 99 of 100 within", outcome.Slow, "ms", isOurs ? 10 : null);
    }

    private sealed record Outcome(double Microseconds, double Slow, long Lost, int Failures);
}
