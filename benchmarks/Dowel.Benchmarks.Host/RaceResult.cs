namespace Dowel.Benchmarks;

/// <summary>What one contestant's turns came to.</summary>
/// <param name="Work">At what.</param>
/// <param name="Contestant">Who.</param>
/// <param name="Turns">The turns, in order.</param>
internal sealed record RaceResult(Work Work, Contestant Contestant, IReadOnlyList<Turn> Turns)
{
    /// <summary>Requests a second, the median of the turns.</summary>
    public double PerSecond => Stopwatching.Median([.. Turns.Select(turn => turn.PerSecond)]);

    /// <summary>99 of 100 requests are answered within this many milliseconds, the median of the turns.</summary>
    public double Late => Stopwatching.Median([.. Turns.Select(turn => turn.Late / 1000.0)]);

    /// <summary>How many times as many requests as another, the median of the rounds.</summary>
    public double Ratio(RaceResult other) => Stopwatching.Median([.. Turns.Zip(other.Turns, (mine, others) => mine.PerSecond / others.PerSecond)]);
}
