namespace Dowel.Migrations;

/// <summary>What a script's first lines ask for: <c>-- dowel: transaction=none, lock-timeout=5s</c>.</summary>
public sealed record ScriptDirectives
{
    /// <summary>A script that asks for nothing.</summary>
    public static ScriptDirectives None { get; } = new();

    /// <summary>Whether the script must run outside a transaction: <c>transaction=none</c>.</summary>
    public bool WithoutTransaction { get; init; }

    /// <summary>Whether the script may run although a later one is applied: <c>out-of-order=allow</c>.</summary>
    public bool OutOfOrderAllowed { get; init; }

    /// <summary>Whether a repeatable script runs in every run, changed or not: <c>repeat=always</c>.</summary>
    public bool RepeatAlways { get; init; }

    /// <summary>How long a statement of this script may wait for a lock, <c>lock-timeout=5s</c>; zero waits for ever, null takes the run's setting.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>The only database the script is for, <c>only=postgres</c> or <c>only=sqlite</c>; null for every one.</summary>
    public string? Only { get; init; }
}
