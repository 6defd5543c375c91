namespace Dowel.Migrations;

/// <summary>What a database says of its past, read in one round trip.</summary>
/// <param name="Exists">Whether the history table is there.</param>
/// <param name="Scripts">Its rows by rank.</param>
/// <param name="Journal">The statements of unfinished scripts, by script and number.</param>
public sealed record History(
    bool Exists, IReadOnlyList<AppliedScript> Scripts, IReadOnlyList<JournalEntry> Journal)
{
    /// <summary>The past of a database that has none.</summary>
    public static History Empty { get; } = new(false, [], []);

    /// <summary>The rank that the next script gets.</summary>
    public long NextRank => Scripts.Count == 0 ? 1 : Scripts[^1].Rank + 1;

    /// <summary>The journal's rows for one script.</summary>
    public IReadOnlyList<JournalEntry> JournalOf(Script script) =>
        [.. Journal.Where(entry => entry.Kind == script.Kind && entry.Script == script.Id)];
}
