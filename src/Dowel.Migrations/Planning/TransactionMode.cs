namespace Dowel.Migrations;

/// <summary>How a script is kept whole.</summary>
public enum TransactionMode
{
    /// <summary>All statements and the history row commit together.</summary>
    Whole,

    /// <summary>Statement by statement, each recorded in the journal, so that a failed run resumes where it stopped.</summary>
    Stepwise,
}
