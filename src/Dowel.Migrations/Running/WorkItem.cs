namespace Dowel.Migrations;

/// <summary>One thing to do in a transaction.</summary>
public abstract record WorkItem
{
    private WorkItem()
    {
    }

    /// <summary>A statement to send.</summary>
    /// <param name="Statement">The statement.</param>
    public sealed record Send(Statement Statement) : WorkItem;

    /// <summary>Code to call.</summary>
    /// <param name="Code">The code.</param>
    public sealed record Call(CodeStep Code) : WorkItem;

    /// <summary>What the text of a script comes to, or the call of a class.</summary>
    internal static IEnumerable<WorkItem> Of(PreparedScript script) =>
        script.Script.Code is { } code ? [new Call(code)] : script.Statements.Select(statement => new Send(statement));
}
