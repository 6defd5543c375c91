using System.Collections.Frozen;

namespace Dowel.Migrations;

/// <summary>How a migrator works; every setting has a default that is safe.</summary>
public sealed record MigratorOptions
{
    /// <summary>The last version to apply; on the way down the version that stays; null for all.</summary>
    public MigrationVersion? Target { get; init; }

    /// <summary>What to do with a script below the newest applied version; refuse.</summary>
    public OutOfOrderPolicy OutOfOrder { get; init; }

    /// <summary>Whether numbers may be left out; they may.</summary>
    public GapPolicy Gaps { get; init; }

    /// <summary>Whether all pending scripts run in one transaction; no, each in its own.</summary>
    public bool Atomic { get; init; }

    /// <summary>What to do on a database that another tool has migrated and Dowel has not; refuse.</summary>
    public ForeignHistoryPolicy ForeignHistory { get; init; }

    /// <summary>What own tokens stand for; none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>How long to wait for another migrator, 60 s.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement may wait for a lock before it is tried again, 5 s; zero waits for ever.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may run; zero, the default, is no bound.</summary>
    public TimeSpan StatementTimeout { get; init; }

    /// <summary>How often a script is tried that could not have a lock in time, at least 1; 3.</summary>
    public int LockTries { get; init; } = 3;

    /// <summary>Watches the run; events come in order, on the run's own thread, and none may throw.</summary>
    public IProgress<MigrationEvent>? Progress { get; init; }

    /// <summary>The clock; the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What of this holds for every script.</summary>
    internal ScriptSettings ScriptSettings() => new()
    {
        LockTimeout = LockTimeout,
        StatementTimeout = StatementTimeout,
        WriterWait = LockWait,
        Notice = Progress is { } progress ? text => progress.Report(new MigrationEvent.Notice(text)) : null,
    };
}
