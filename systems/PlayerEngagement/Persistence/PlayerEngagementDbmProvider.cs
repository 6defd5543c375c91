namespace PlayerEngagement;

/// <summary>Where players are kept.</summary>
public enum PlayerEngagementDbmProvider
{
    /// <summary>A PostgreSQL database.</summary>
    Postgres,

    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>A SQLite database of the process's own, gone with it.</summary>
    InMemory,
}
