namespace Dowel.Postgres;

/// <summary>Where in a PostgreSQL database scripts work, and where their history is kept.</summary>
public sealed record PostgresMigrationOptions
{
    /// <summary>The schema that scripts work in and that holds the history; made where it is missing. Null leaves both to the search path.</summary>
    public string? Schema { get; init; }

    /// <summary>The history table's name, <c>schema_history</c>.</summary>
    public string HistoryTable { get; init; } = Migrations.HistoryTable.DefaultName;

    /// <summary>How long the right to migrate outlives a migrator's last heartbeat, 30 s; at least 1 s, at most a day.</summary>
    /// <remarks>Counts where no session lock holds: behind a connection pooler, and on servers without advisory locks. There are three heartbeats in it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of bounds.</exception>
    public TimeSpan LeaseDuration
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(30);
}
