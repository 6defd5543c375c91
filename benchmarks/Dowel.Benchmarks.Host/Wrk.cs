using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Dowel.Benchmarks;

/// <summary>Runs wrk, which sends requests as fast as they are answered.</summary>
internal static class Wrk
{
    /// <summary>How many requests are under way at once.</summary>
    public const int Connections = 16;

    /// <summary>Sends requests for a time.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="work">Of which kind.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="duration">For how long, in whole seconds.</param>
    public static async Task<Turn> RunAsync(Uri address, Work work, long first, TimeSpan duration)
    {
        var start = new ProcessStartInfo("wrk") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])
        [
            "--threads", "1", "--connections", $"{Connections}", "--duration", $"{duration.TotalSeconds:0}s", "--timeout", "10s",
            "--script", Path.Combine(AppContext.BaseDirectory, "race.lua"), $"{address}", "--", work.Key, first.ToString(CultureInfo.InvariantCulture),
        ])
        {
            start.ArgumentList.Add(argument);
        }

        using var wrk = Process.Start(start)!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var line = output.Split('\n').SingleOrDefault(text => text.StartsWith('{'))
            ?? throw new InvalidOperationException($"wrk says nothing that can be read:\n{output}");
        return JsonSerializer.Deserialize<Turn>(line, JsonSerializerOptions.Web)!;
    }
}
