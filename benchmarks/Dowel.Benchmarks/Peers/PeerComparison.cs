using System.Globalization;
using Dowel.Peers;

namespace Dowel.Benchmarks;

/// <summary>The same scripts by each peer, as whole processes: applied to an empty database, then with nothing to do.</summary>
/// <remarks>Peers take turns, so a noisy minute falls on all of them.</remarks>
internal sealed class PeerComparison(Engine engine, string name, SampleScripts scripts, int rounds)
{
    private const int IdleRuns = 3;
    private readonly Dictionary<IPeer, PeerTimes> _apply = [];
    private readonly Dictionary<IPeer, PeerTimes> _idle = [];

    /// <summary>Measures.</summary>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(PeerSet peers)
    {
        foreach (var peer in Enumerable.Repeat(peers.Ready, rounds).SelectMany(round => round))
        {
            await RunAsync(peer);
        }

        var dowel = peers.Ready.First();
        return
        [
            .. peers.Tell(name, $"{scripts.Count} scripts applied", peer => _apply[peer].Beside(_apply[dowel])),
            .. peers.Tell(name, $"{scripts.Count} scripts, nothing to do", peer => _idle[peer].Beside(_idle[dowel])),
        ];
    }

    private async Task RunAsync(IPeer peer)
    {
        await using var target = await engine.CreateAsync();
        await AddAsync(_apply, peer, target);
        for (var i = 0; i < IdleRuns; i++)
        {
            await AddAsync(_idle, peer, target);
        }
    }

    private async Task AddAsync(Dictionary<IPeer, PeerTimes> times, IPeer peer, TestDatabase target)
    {
        var run = await ProcessRun.RunAsync(peer.Command(target.ConnectionString));
        var rows = run.IsOk
            ? await target.QueryAsync(string.Create(CultureInfo.InvariantCulture, $"select (select count(*) from t1), (select count(*) from t{scripts.Count})"))
            : "";
        if (!times.TryGetValue(peer, out var all))
        {
            times.Add(peer, all = new());
        }

        all.Add(run, rows, "1|1");
    }
}
