namespace Dowel.Migrations;

/// <summary>How a statement behaves in a transaction, as far as its words tell.</summary>
[Flags]
public enum StatementTraits
{
    /// <summary>Runs in a transaction and is taken back with it.</summary>
    None = 0,

    /// <summary>Opens a transaction: <c>begin</c>, <c>start transaction</c>.</summary>
    Begins = 1,

    /// <summary>Ends a transaction and keeps its work: <c>commit</c>, <c>end</c>, <c>prepare transaction</c>.</summary>
    Commits = 2,

    /// <summary>Ends a transaction and drops its work: <c>rollback</c>, <c>abort</c>; not <c>rollback to</c>.</summary>
    RollsBack = 4,

    /// <summary>The server refuses it in a transaction: <c>vacuum</c>, <c>create index concurrently</c>.</summary>
    OutsideTransaction = 8,

    /// <summary>Changes the session, so that a resumed run must say it again: <c>set</c>, <c>prepare</c>, <c>pragma</c>, <c>attach</c>.</summary>
    ChangesSession = 16,

    /// <summary>May wait for locks as long as it likes: a concurrent index build waits for every older transaction.</summary>
    WaitsForOthers = 32,

    /// <summary>Must be committed before a later statement of the script can run: a new enum label that is used.</summary>
    CommitsBeforeUse = 64,

    /// <summary>Drops a table, which on SQLite deletes its rows first and fires the foreign keys' actions.</summary>
    DropsTable = 128,

    /// <summary>Turns the check of foreign keys off, which SQLite ignores in a transaction: <c>pragma foreign_keys = off</c>.</summary>
    LiftsForeignKeys = 256,

    /// <summary>May end the transaction it runs in: <c>call</c>, <c>do</c>.</summary>
    MayCommit = 512,

    /// <summary>Makes its transaction one that writes nothing: <c>begin read only</c>.</summary>
    ReadsOnly = 1024,

    /// <summary>Opens a transaction where none is open, on SQLite: <c>savepoint</c>.</summary>
    OpensSavepoint = 2048,

    /// <summary>Ends what the savepoint of the same name began: <c>release</c>.</summary>
    ReleasesSavepoint = 4096,

    /// <summary>Leaves its transaction to a later statement, also of another session: <c>prepare transaction</c>.</summary>
    HandsOver = 8192,
}
