namespace Dowel.Migrations;

/// <summary>The right to migrate was lost in the middle of a run, which could therefore commit nothing more.</summary>
public sealed class LockLostException : DowelException
{
    /// <summary>Takes where it was lost.</summary>
    /// <param name="database">The database's name for people.</param>
    public LockLostException(string database)
        : base([RunErrors.LockLost(database)])
    {
    }
}
