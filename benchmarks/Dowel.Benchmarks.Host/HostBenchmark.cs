using System.Globalization;
using System.Runtime.InteropServices;

namespace Dowel.Benchmarks;

/// <summary>Measures the service's endpoints beside the same ones over other ways to a database, and keeps the figures.</summary>
internal static class HostBenchmark
{
    private static readonly List<string> Order = ["SQLite", "PostgreSQL"];

    private static readonly string[] Remarks =
    [
        "The service as it is (systems/Host), its own endpoints and those of the peers in one process, one contestant after another: authentication by token, limits, JSON, validation and metrics are the same for all, and so is what a claim decides. Only how rows are read and written differs.",
        "Authentication reads the token's user through Dowel for all contestants, one statement for each request.",
        "A claim is each player's first one: what decides it is read, then award, streak and ledger entry are written, and a trigger adds up the balance; all in one transaction, once for a key. The peers' claims leave changes of time zone out, which the service's own look for.",
        "An upsert writes one of 1,000 files of 220 characters again, in a project that must be the token's user's; a list reads the first 50 of them. Peers name the owner in each statement and read the four columns that are shown; the service reads whole rows.",
        $"wrk on the same machine, one thread, {Wrk.Connections} connections, no pause between requests; logging of each request is off. Rounds are interleaved, ratios are medians of the rounds.",
    ];

    /// <summary>Runs the program: the service for <c>serve</c>, else the races.</summary>
    /// <param name="arguments">The command line; <c>quick</c> for a short look that keeps nothing.</param>
    /// <param name="makePlace">Makes where the service keeps its data.</param>
    /// <param name="peers">The peers, and what makes them.</param>
    /// <param name="remarks">What is to be said of them.</param>
    public static async Task RunAsync(string[] arguments, Func<Task<RacePlace>> makePlace, PeerSet peers, params string[] remarks)
    {
        if (arguments is [ServedHost.Mode, .. var rest])
        {
            await PeerHost.RunAsync(rest, peers);
            return;
        }

        var isQuick = arguments is ["quick"];
        await using var place = await makePlace();
        Contestant[] contestants = [new("Dowel", ""), .. peers.Names.Select(name => new Contestant(name, PeerHost.PrefixOf(name)))];
        var results = await new HostRaces(place, contestants, isQuick).RunAsync();
        var machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {await place.DescribeAsync()}.";
        var part = new ReportPart(peers.Engine, machine, [.. Remarks, .. remarks], [.. Figures(peers.Engine, results)]);
        Console.Write(new Report([part]).ToMarkdown("Service"));
        if (!isQuick)
        {
            await KeepAsync(part);
        }
    }

    private static IEnumerable<Figure> Figures(string engine, IReadOnlyList<RaceResult> results)
    {
        foreach (var work in results.GroupBy(result => result.Work))
        {
            var first = work.First();
            foreach (var result in work)
            {
                var ratio = result == first ? "" : string.Create(CultureInfo.InvariantCulture, $"; {result.Ratio(first):0.00} x {first.Contestant.Name}");
                yield return new(
                    engine,
                    $"{work.Key.Name}: {result.Contestant.Name}",
                    Math.Round(result.PerSecond),
                    "requests/s",
                    Note: string.Create(CultureInfo.InvariantCulture, $"p99 {result.Late:0.0} ms{ratio}"));
            }
        }
    }

    private static async Task KeepAsync(ReportPart part)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "benchmarks", "results")).FullName;
        var report = Report.Load(Path.Combine(folder, "host.json")).With(part, Order);
        await File.WriteAllTextAsync(Path.Combine(folder, "host.md"), report.ToMarkdown("Service"));
        await File.WriteAllTextAsync(Path.Combine(folder, "host.json"), report.ToJson() + "\n");
    }
}
