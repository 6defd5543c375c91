using System.Diagnostics;
using System.Globalization;

namespace Dowel.Benchmarks;

/// <summary>Several ways of doing the same work, measured in turn in one run.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Work">The work.</param>
/// <param name="Contestants">The ways; the first is what all are compared with.</param>
internal sealed record Race(string Engine, string Work, IReadOnlyList<Contestant> Contestants)
{
    // Many short turns: on a busy machine most of them pass without being interrupted, and the median is one of those.
    private const int Rounds = 301;
    private const int LongRounds = 31;
    private const double TurnMicroseconds = 1000;

    // Longer than the runtime takes to compile hot code anew in the background.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Runs all in turn, each round from another one on, and takes medians.</summary>
    public async Task<IReadOnlyList<Result>> RunAsync()
    {
        var turns = new List<int>();
        foreach (var contestant in Contestants)
        {
            turns.Add(await WarmUpAsync(contestant));
        }

        var rounds = Contestants[0].Before is null ? Rounds : LongRounds;
        var times = Contestants.Select(_ => new List<double>(rounds)).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < Contestants.Count; i++)
            {
                var at = (round + i) % Contestants.Count;
                times[at].Add(await TimeAsync(Contestants[at], turns[at]));
            }
        }

        var results = new List<Result>();
        for (var i = 0; i < Contestants.Count; i++)
        {
            results.Add(new(Contestants[i].Name, Stopwatching.Median(times[i]), await CountBytesAsync(Contestants[i], turns[i])));
        }

        return results;
    }

    /// <summary>The figures of a run: a line for each way, and the bars.</summary>
    public IEnumerable<Figure> Figures(IReadOnlyList<Result> results, params IReadOnlyList<(string Name, string Than, double Most)> bars)
    {
        var floor = results[0];
        foreach (var result in results)
        {
            var ratio = result == floor ? "" : string.Create(CultureInfo.InvariantCulture, $"{result.Microseconds / floor.Microseconds:0.00} x {floor.Name}; ");
            yield return new(
                Engine, $"{Work}: {result.Name}", result.Microseconds, "µs", Note: string.Create(CultureInfo.InvariantCulture, $"{ratio}{result.Bytes:0} B"));
        }

        foreach (var (name, than, most) in bars)
        {
            var (one, other) = (results.Single(result => result.Name == name), results.Single(result => result.Name == than));
            yield return new(Engine, $"{Work}: {name} / {than}", one.Microseconds / other.Microseconds, "x", most);
        }
    }

    // As many times as fill a turn.
    private static async Task<int> WarmUpAsync(Contestant contestant)
    {
        var start = Stopwatch.GetTimestamp();
        var least = double.MaxValue;
        do
        {
            least = Math.Min(least, await TimeAsync(contestant, contestant.Before is null ? 10 : 1));
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUp);
        return contestant.Before is null ? Math.Max(1, (int)(TurnMicroseconds / least)) : 1;
    }

    // In microseconds for one piece.
    private static async Task<double> TimeAsync(Contestant contestant, int turn)
    {
        if (contestant.Before is { } before)
        {
            await before();
        }

        var start = Stopwatch.GetTimestamp();
        await contestant.RunAsync(turn);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / turn;
    }

    // Whatever thread allocates it; the least of several runs is free of what others did meanwhile.
    private static async Task<double> CountBytesAsync(Contestant contestant, int turn)
    {
        var least = double.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            if (contestant.Before is { } before)
            {
                await before();
            }

            var start = GC.GetTotalAllocatedBytes(precise: true);
            await contestant.RunAsync(turn);
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - start) / (double)turn);
        }

        return least;
    }
}
