namespace Dowel.Migrations;

/// <summary>How one step of a script without a transaction of its own runs.</summary>
public enum StepKind
{
    /// <summary>One statement, committed together with its row in the journal.</summary>
    Transaction,

    /// <summary>From the script's own <c>begin</c> to its <c>commit</c> or <c>rollback</c>, the journal's rows within.</summary>
    OwnTransaction,

    /// <summary>One statement that runs in no transaction: announced in the journal, run, then marked as done.</summary>
    Outside,
}
