using System.Globalization;
using Dowel.Peers;

namespace Dowel.Benchmarks;

/// <summary>Six processes of one peer at once on an empty database, as when six replicas of a service start.</summary>
/// <remarks>They start one right after the other, and nothing holds them at a line: that is how replicas start.</remarks>
internal sealed class PeerRace(Engine engine, string name, int rounds)
{
    private const int Processes = 6;

    /// <summary>What they race to apply; one that runs twice leaves two rows, where its tool lets it.</summary>
    public static SampleScripts Scripts { get; } = new(20, TakesTwice: true);

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(PeerSet peers)
    {
        var results = peers.Ready.ToDictionary(peer => peer, _ => new List<(double Seconds, int Succeeded, string Rows, string Complaint)>());
        for (var i = 0; i < rounds; i++)
        {
            foreach (var peer in peers.Ready)
            {
                results[peer].Add(await RaceAsync(peer));
            }
        }

        return
        [
            .. peers.Tell(name, $"six processes at once, {Scripts.Count} scripts, until the last ends", peer =>
            {
                var races = results[peer];
                var complaint = races.Select(race => race.Complaint).FirstOrDefault(text => text.Length > 0, "");
                var note = $"{races.Sum(race => race.Succeeded)} of {rounds * Processes} succeed; {Describe([.. races.Select(race => race.Rows)])}";
                return (Stopwatching.Median(races.Select(race => race.Seconds)), complaint.Length == 0 ? note : $"{note}; first complaint: {complaint}");
            }),
        ];
    }

    private async Task<(double Seconds, int Succeeded, string Rows, string Complaint)> RaceAsync(IPeer peer)
    {
        await using var target = await engine.CreateAsync();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(Enumerable.Range(0, Processes)
            .Select(_ => ProcessRun.RunAsync(peer.Command(target.ConnectionString))));
        var seconds = System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
        var complaint = runs.FirstOrDefault(run => !run.IsOk) is { } failed ? PeerTimes.OneLine(failed) : "";
        return (seconds, runs.Count(run => run.IsOk), await ReadRowsAsync(target), complaint);
    }

    // How many rows each script has left: one, where it ran once.
    private static async Task<string> ReadRowsAsync(TestDatabase target)
    {
        var counts = new List<string>();
        for (var i = 1; i <= Scripts.Count; i++)
        {
            try
            {
                counts.Add(await target.QueryAsync(string.Create(CultureInfo.InvariantCulture, $"select count(*) from t{i}")));
            }
            catch (System.Data.Common.DbException)
            {
                counts.Add("0");
            }
        }

        return string.Join(',', counts);
    }

    private static string Describe(IReadOnlyList<string> races)
    {
        var counts = races.SelectMany(rows => rows.Split(',')).Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToList();
        var never = counts.Count(count => count == 0);
        var again = counts.Count(count => count > 1);
        return never + again == 0
            ? "every script ran once"
            : $"{again} of {counts.Count} scripts ran more than once, {never} never";
    }
}
