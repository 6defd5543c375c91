using Dowel.Cli;

namespace Dowel.Benchmarks;

/// <summary>Measures repositories on SQLite beside a hand-written loop, Dapper and EF Core.</summary>
internal static class Program
{
    private static async Task Main()
    {
        SqliteNativeLibrary.Use();
        using var file = new SqliteFile();
        await using var races = new SqliteRaces(file);
        var (find, list, insert) = (races.Find(), races.List(), races.Insert());
        var figures = new List<Figure>();
        figures.AddRange(find.Figures(
            await find.RunAsync(), ("Dowel", "hand-written", 1.25), ("Dowel", "Dapper, connection held", 1 / 3.2)));
        figures.AddRange(list.Figures(
            await list.RunAsync(), ("Dowel", "hand-written", 1.15), ("Dowel", "Dapper, connection held", 1 / 3.5)));
        figures.AddRange(insert.Figures(await insert.RunAsync(), ("Dowel", "Dapper", 1 / 5.0)));
        figures.AddRange(await new CounterRace(file).MeasureAsync());
        await RepositoryBenchmark.KeepAsync(
            "SQLite",
            $"SQLite {SqliteNativeLibrary.Version}",
            new(
                figures,
                [
                    "One file in write-ahead mode for all, synchronous = normal.",
                    "Hand-written: the C interface through function pointers, statements prepared once, one connection held, no cancellation and no gate.",
                    "Dowel: the database as a service opens it; each call rents a connection.",
                    "Dapper 2.1.86 on Microsoft.Data.Sqlite 6.0.7, EF Core 6.0.0; all on the same SQLite library.",
                    "Bytes are what one piece of work allocates, the results included.",
                ]));
    }
}
