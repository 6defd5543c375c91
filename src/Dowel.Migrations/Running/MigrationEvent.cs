namespace Dowel.Migrations;

/// <summary>Something that happened in a run, for those who watch.</summary>
public abstract record MigrationEvent
{
    private MigrationEvent()
    {
    }

    /// <summary>Another migrator is at work, and this one waits.</summary>
    /// <param name="Holder">Who holds the lock, or null where nobody can be named.</param>
    /// <param name="Waited">How long so far.</param>
    public sealed record WaitingForLock(string? Holder, TimeSpan Waited) : MigrationEvent;

    /// <summary>A script begins.</summary>
    /// <param name="Script">The script.</param>
    /// <param name="Number">Which one of the run's, from 1.</param>
    /// <param name="Total">How many the run has.</param>
    public sealed record ScriptStarting(PreparedScript Script, int Number, int Total) : MigrationEvent;

    /// <summary>A statement of a script that runs stepwise is done.</summary>
    /// <param name="Script">The script.</param>
    /// <param name="Number">The statement's number, from 1.</param>
    public sealed record StatementDone(PreparedScript Script, int Number) : MigrationEvent;

    /// <summary>A script is applied and recorded.</summary>
    /// <param name="Script">Its row in the history.</param>
    public sealed record ScriptApplied(AppliedScript Script) : MigrationEvent;

    /// <summary>A script is undone and its row is gone.</summary>
    /// <param name="Script">The row that was in the history.</param>
    public sealed record ScriptUndone(AppliedScript Script) : MigrationEvent;

    /// <summary>A statement could not have a lock in time and is tried again.</summary>
    /// <param name="Script">The script.</param>
    /// <param name="Try">Which try has failed, from 1.</param>
    /// <param name="Message">The server's words.</param>
    public sealed record Retrying(PreparedScript Script, int Try, string Message) : MigrationEvent;

    /// <summary>The server said something beside its results.</summary>
    /// <param name="Text">What it said.</param>
    public sealed record Notice(string Text) : MigrationEvent;
}
