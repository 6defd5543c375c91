using System.Globalization;
using System.Text.Json;
using Dowel.Peers;

namespace Dowel.Benchmarks;

/// <summary>The runs of one peer at one piece of work.</summary>
internal sealed class PeerTimes
{
    private const int ComplaintMax = 160;
    private readonly List<double> _processes = [];
    private readonly List<double> _inside = [];

    // What went wrong first; empty where nothing did.
    private string _failure = "";

    private double Seconds => _failure.Length > 0 ? double.NaN : Stopwatching.Median(_processes) / 1000;

    /// <summary>Adds a run, which has to have ended well and left the rows that it should.</summary>
    public void Add(ProcessRun run, string rows, string expected)
    {
        if (_failure.Length == 0 && (!run.IsOk || rows != expected))
        {
            _failure = run.IsOk ? $"left {rows} rows in the first and the last table, not {expected}" : OneLine(run);
        }

        _processes.Add(run.Elapsed.TotalMilliseconds);
        if (run.Output.Split('\n').LastOrDefault(line => line.StartsWith("{\"migrate\"", StringComparison.Ordinal)) is { } line)
        {
            using var told = JsonDocument.Parse(line);
            _inside.Add(told.RootElement.GetProperty("migrate").GetDouble());
        }
    }

    /// <summary>The median time of the process, the ratio to another one's, and what the program itself has measured.</summary>
    public (double Seconds, string Note) Beside(PeerTimes other) =>
        (Seconds, _failure.Length > 0 ? "failed: " + _failure : string.Join("; ", Notes(other)));

    /// <summary>How a run ended, on one line: the first that speaks of an error, without the place it was run in.</summary>
    public static string OneLine(ProcessRun run)
    {
        var lines = $"{run.Error}\n{run.Output}".Replace(Repository.Root, "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.FirstOrDefault(IsComplaint) ?? lines.FirstOrDefault("nothing said");
        return $"exit code {run.ExitCode}, {(line.Length > ComplaintMax ? line[..ComplaintMax] + "…" : line)}";

        static bool IsComplaint(string text) =>
            text.Contains("error:", StringComparison.OrdinalIgnoreCase) || text.Contains("exception", StringComparison.OrdinalIgnoreCase);
    }

    private IEnumerable<string> Notes(PeerTimes other)
    {
        if (other != this && !double.IsNaN(other.Seconds))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Seconds / other.Seconds:0.00} x dowel");
        }

        if (_inside.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Stopwatching.Median(_inside) / 1000:0.000} s of it in the migrator");
        }
    }
}
