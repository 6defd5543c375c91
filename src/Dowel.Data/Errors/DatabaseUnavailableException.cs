namespace Dowel.Data;

/// <summary>No connection could be made.</summary>
/// <param name="database">What the database is called in messages.</param>
/// <param name="reason">Why, in the driver's words.</param>
/// <param name="inner">The driver's exception.</param>
public sealed class DatabaseUnavailableException(string database, string reason, Exception? inner = null)
    : DatabaseException(
        "DWL4008",
        $"{database} cannot be reached: {reason}",
        "Look whether the database is running and the connection string names it; 'dowel doctor' says more.",
        inner)
{
    /// <inheritdoc/>
    public override bool CanRetry => true;
}
