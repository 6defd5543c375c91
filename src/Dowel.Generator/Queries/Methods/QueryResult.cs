namespace Dowel.Generator;

/// <summary>What a method returns.</summary>
/// <param name="Gives">What it makes of its statement's result; one row may turn out to be a number of changed rows, once the statement is known.</param>
/// <param name="Row">What a row becomes; null for a method that returns nothing.</param>
internal sealed record QueryResult(QueryGives Gives, RowModel? Row)
{
    /// <summary>Whether it returns a <c>Task</c>, not a <c>ValueTask</c>.</summary>
    public bool IsTask { get; init; }

    /// <summary>Whether the task's result is a <c>List</c>, as sessions give it, and not one of its interfaces.</summary>
    public bool IsExactList { get; init; }
}
