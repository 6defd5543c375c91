namespace Dowel.Migrations;

/// <summary>What holds for every script of a run.</summary>
public sealed record ScriptSettings
{
    /// <summary>How long a statement may wait for a lock, 5 s; zero waits for ever.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a transaction may wait to begin where a database has one writer, 60 s.</summary>
    public TimeSpan WriterWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement may run; zero, the default, is no bound.</summary>
    public TimeSpan StatementTimeout { get; init; }

    /// <summary>Whether code is given the connection, and may use whatever the driver can do.</summary>
    public bool RunsCode { get; init; }

    /// <summary>Takes what the server says beside results: notices and warnings.</summary>
    public Action<string>? Notice { get; init; }
}
