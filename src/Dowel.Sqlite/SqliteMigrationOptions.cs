namespace Dowel.Sqlite;

/// <summary>How a SQLite database keeps its history.</summary>
public sealed record SqliteMigrationOptions
{
    /// <summary>The history table's name, <c>schema_history</c>.</summary>
    public string HistoryTable { get; init; } = Migrations.HistoryTable.DefaultName;

    /// <summary>What <c>${schema}</c> stands for; SQLite itself has no schemas. Null where no script uses it.</summary>
    public string? Schema { get; init; }
}
