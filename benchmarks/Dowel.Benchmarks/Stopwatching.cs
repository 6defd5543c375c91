using System.Diagnostics;

namespace Dowel.Benchmarks;

/// <summary>Takes times and medians.</summary>
internal static class Stopwatching
{
    /// <summary>The time of one piece of work, in milliseconds.</summary>
    public static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>The median time of work that is done again and again, in milliseconds.</summary>
    public static async Task<double> MedianAsync(int runs, Func<Task> work)
    {
        var times = new List<double>(runs);
        for (var i = 0; i < runs; i++)
        {
            times.Add(await TimeAsync(work));
        }

        return Median(times);
    }

    /// <summary>The middle one, or the mean of the two middle ones.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
