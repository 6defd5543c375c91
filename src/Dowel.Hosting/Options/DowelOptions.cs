namespace Dowel.Hosting;

/// <summary>How a service uses a database, as its configuration says; checked when the service starts.</summary>
public sealed class DowelOptions
{
    /// <summary>The engine, <c>sqlite</c> or <c>postgres</c>; may be left out where one is registered.</summary>
    public string? Provider { get; set; }

    /// <summary>How the engine's driver connects; may be left out where the engine was registered with connections of the host's own.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How migrations connect, where their role is another than the service's; else they use the service's own connection.</summary>
    public string? MigrationConnectionString { get; set; }

    /// <summary>The schema of the tables, <c>${schema}</c> in scripts; null for the connection's own. On SQLite it is the token alone.</summary>
    public string? Schema { get; set; }

    /// <summary>The history table's name, <c>schema_history</c>.</summary>
    public string HistoryTable { get; set; } = Dowel.Migrations.HistoryTable.DefaultName;

    /// <summary>What to do about the schema when the service starts; apply what is pending.</summary>
    public MigrationMode Migrations { get; set; }

    /// <summary>How long to wait for another replica that migrates, 60 s; from 1 s to an hour.</summary>
    public TimeSpan MigrationWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement of a repository may take before it is stopped, 30 s; from 1 s to an hour.</summary>
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The tables that PostgreSQL itself must guard by row security for the service's role, or the service does not start; none.</summary>
    public IList<string> GuardedTables { get; } = [];

    /// <summary>What own tokens of scripts stand for; none.</summary>
    public IDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>From which duration on a statement is logged as slow, by its name; null for none.</summary>
    public TimeSpan? SlowStatement { get; set; }
}
