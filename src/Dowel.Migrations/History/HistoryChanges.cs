namespace Dowel.Migrations;

/// <summary>What is to be written to history and journal together.</summary>
public sealed record HistoryChanges
{
    /// <summary>Nothing.</summary>
    public static HistoryChanges None { get; } = new();

    /// <summary>Whether history and journal are made first where they are missing, so that nobody ever sees them without the rows.</summary>
    public bool MakesTables { get; init; }

    /// <summary>Rows to add to the history; a conflict says that somebody else was faster.</summary>
    public IReadOnlyList<AppliedScript> Applied { get; init; } = [];

    /// <summary>Rows to take out of the history, by rank.</summary>
    public IReadOnlyList<long> Undone { get; init; } = [];

    /// <summary>Rows whose checksum, description, statement count or duration is to be written anew, by their rank.</summary>
    public IReadOnlyList<AppliedScript> Revised { get; init; } = [];

    /// <summary>Rows to add to the journal.</summary>
    public IReadOnlyList<JournalEntry> Journaled { get; init; } = [];

    /// <summary>Rows of the journal that have come further.</summary>
    public IReadOnlyList<JournalEntry> Advanced { get; init; } = [];

    /// <summary>Rows to take out of the journal, so that their statements run anew.</summary>
    public IReadOnlyList<JournalEntry> Forgotten { get; init; } = [];

    /// <summary>The script whose journal is no longer needed, or null.</summary>
    public Script? Finished { get; init; }
}
