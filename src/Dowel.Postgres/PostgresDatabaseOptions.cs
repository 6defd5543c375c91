namespace Dowel.Postgres;

/// <summary>Where in a PostgreSQL database scripts work, and where their history is kept.</summary>
public sealed record PostgresDatabaseOptions
{
    /// <summary>The schema that scripts work in and that holds the history; made where it is missing. Null leaves both to the search path.</summary>
    public string? Schema { get; init; }

    /// <summary>The history table's name, <c>schema_history</c>.</summary>
    public string HistoryTable { get; init; } = Migrations.HistoryTable.DefaultName;
}
