namespace Dowel.Migrations;

/// <summary>What the right to migrate is needed for.</summary>
public enum LockNeed
{
    /// <summary>Scripts that commit together with their history rows; a database with one writer needs no lock beside.</summary>
    Transactions,

    /// <summary>Work beside the scripts' own transactions: statements that no transaction takes, hooks of the run, code.</summary>
    Steps,
}
