namespace Dowel.Data;

/// <summary>A database did not do what a statement asked; the same type on every engine, the driver's exception inside.</summary>
public abstract class DatabaseException : Exception
{
    /// <summary>Takes what happened.</summary>
    /// <param name="code">The stable code, <c>DWL4xxx</c>.</param>
    /// <param name="problem">What is wrong; never a value from the database, never a secret.</param>
    /// <param name="remedy">What can be done about it.</param>
    /// <param name="inner">The driver's exception.</param>
    private protected DatabaseException(string code, string problem, string remedy, Exception? inner = null)
        : base($"{code}: {problem}{Environment.NewLine}    {remedy}", inner)
    {
        Code = code;
        Problem = problem;
        Remedy = remedy;
    }

    /// <summary>The stable code; each has a page in <c>docs/errors</c>.</summary>
    public string Code { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>What can be done about it.</summary>
    public string Remedy { get; }

    /// <summary>Whether the same work may succeed if the whole transaction runs again.</summary>
    public virtual bool CanRetry => false;
}
