namespace Dowel.Migrations;

/// <summary>Another migrator held the database's migration lock for longer than this one would wait.</summary>
public sealed class LockNotAcquiredException : DowelException
{
    /// <summary>Takes who held it and for how long it was waited for.</summary>
    /// <param name="database">The database's name for people.</param>
    /// <param name="holder">Who holds the lock, or null where nobody can be named.</param>
    /// <param name="waited">How long it was waited for.</param>
    public LockNotAcquiredException(string database, string? holder, TimeSpan waited)
        : base([RunErrors.LockNotAcquired(database, holder, waited)]) => Holder = holder;

    /// <summary>Who holds the lock: process, application, since when; null where nobody can be named.</summary>
    public string? Holder { get; }
}
