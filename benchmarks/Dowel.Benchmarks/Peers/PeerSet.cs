using Dowel.Peers;

namespace Dowel.Benchmarks;

/// <summary>All peers on one engine, ready to migrate the same scripts.</summary>
internal sealed class PeerSet : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("dowel-peers-");
    private readonly List<IPeer> _all = [];
    private readonly Dictionary<IPeer, string> _missing = [];

    private PeerSet()
    {
    }

    /// <summary>Those that run on this machine, Dowel first.</summary>
    public IEnumerable<IPeer> Ready => _all.Where(peer => !_missing.ContainsKey(peer));

    /// <summary>How each is run.</summary>
    public IEnumerable<string> Settings => _all.Select(peer => $"{peer.Name}: {peer.Setting}.");

    /// <summary>Lays out the scripts for each.</summary>
    public static async Task<PeerSet> PrepareAsync(Engine engine, SampleScripts scripts)
    {
        var set = new PeerSet();
        var scratch = set._scratch.FullName;
        var node = await NodePeers.FindAsync(Repository.Root);
        set._all.AddRange(
        [
            new DowelPeer(scripts, scratch), new DbmatePeer(engine, scripts, scratch, node), new EfPeer(engine, scripts),
            new DrizzlePeer(engine, scripts, scratch, node),
        ]);
        foreach (var peer in set._all)
        {
            if (await peer.PrepareAsync() is { Length: > 0 } reason)
            {
                set._missing.Add(peer, reason);
            }
        }

        return set;
    }

    /// <summary>One figure for each, also for those that are left out.</summary>
    public IEnumerable<Figure> Tell(string engine, string work, Func<IPeer, (double Seconds, string Note)> tell) =>
        from peer in _all
        let told = _missing.TryGetValue(peer, out var reason) ? (Seconds: double.NaN, Note: "left out: " + reason) : tell(peer)
        select new Figure(engine, $"{work}: {peer.Name}", told.Seconds, "s", Note: told.Note);

    /// <inheritdoc/>
    public void Dispose() => _scratch.Delete(recursive: true);
}
