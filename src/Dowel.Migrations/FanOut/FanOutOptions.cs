namespace Dowel.Migrations;

/// <summary>How many databases are brought up at once, and how each one is.</summary>
public sealed record FanOutOptions
{
    /// <summary>The most that may be worked on at once: 64.</summary>
    public const int ParallelismMax = 64;

    /// <summary>How many targets are worked on at once, 1 to <see cref="ParallelismMax"/>; 4.</summary>
    /// <remarks>A target on PostgreSQL takes two connections. A target on SQLite takes a thread and waits for its disk.</remarks>
    public int Parallelism { get; init; } = 4;

    /// <summary>How each target's migrator works. Its <see cref="MigratorOptions.Progress"/> is not used.</summary>
    public MigratorOptions Migrator { get; init; } = new();

    /// <summary>Gives each target, by its name, somebody who watches; several targets report at once, each in its own order.</summary>
    public Func<string, IProgress<MigrationEvent>>? Watch { get; init; }
}
