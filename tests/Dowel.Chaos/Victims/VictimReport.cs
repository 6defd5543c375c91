namespace Dowel.Chaos;

/// <summary>What a victim says that has lived.</summary>
/// <param name="Elapsed">From the word go to the end of its run.</param>
/// <param name="Applied">How many scripts it applied itself.</param>
/// <param name="Boundaries">How many calls to the database it made.</param>
internal sealed record VictimReport(TimeSpan Elapsed, int Applied, int Boundaries);
