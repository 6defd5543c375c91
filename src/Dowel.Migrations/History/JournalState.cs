namespace Dowel.Migrations;

/// <summary>How far a statement of a script without a transaction of its own has come.</summary>
public enum JournalState
{
    /// <summary>Announced, and not known to have ended: it may or may not have done its work.</summary>
    Started,

    /// <summary>Done, and not to be run again.</summary>
    Done,

    /// <summary>Ended with an error that the server reported; runs again.</summary>
    Failed,
}
