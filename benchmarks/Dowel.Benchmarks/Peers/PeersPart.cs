namespace Dowel.Benchmarks;

/// <summary>Dowel and its peers side by side.</summary>
internal static class PeersPart
{
    private static readonly string[] Terms =
    [
        "Times are of whole processes, from start to end, with the peers in turn; each makes its database current from nothing and is then run three times with nothing to do.",
        "A script makes a table without indexes and puts one row into it, in a transaction of its own by the tool's own default.",
        "On SQLite each has the library that it comes with, and the journal mode and durability that it chooses; files are on the disk of temporary files.",
    ];

    /// <summary>Measures all.</summary>
    public static Task<Measured> MeasureAsync() => MeasureAsync([(200, 5), (2000, 3)], races: 3);

    /// <summary>Goes through everything once with few scripts, to see that it runs.</summary>
    public static Task<Measured> TryAsync() => MeasureAsync([(20, 1)], races: 1);

    private static async Task<Measured> MeasureAsync((int Scripts, int Rounds)[] sizes, int races)
    {
        var figures = new List<Figure>();
        var settings = new List<string>();
        foreach (var (engine, name) in new[] { (Engine.Postgres, "PostgreSQL"), (Engine.Sqlite, "SQLite") })
        {
            foreach (var (count, rounds) in sizes)
            {
                var scripts = new SampleScripts(count);
                using var peers = await PeerSet.PrepareAsync(engine, scripts);
                settings.AddRange(peers.Settings);
                figures.AddRange(await new PeerComparison(engine, name, scripts, rounds).MeasureAsync(peers));
            }

            using var racers = await PeerSet.PrepareAsync(engine, PeerRace.Scripts);
            figures.AddRange(await new PeerRace(engine, name, races).MeasureAsync(racers));
        }

        return new(figures, [.. Terms, .. settings.Distinct()]);
    }
}
