namespace Dowel.Schema;

/// <summary>What a statement did to a table that was there before the plan.</summary>
/// <param name="Table">The table as statements name it.</param>
/// <param name="Lock">The strongest lock when the statement ended, whoever of its transaction took it.</param>
internal sealed record TableTrace(string Table, TableLock Lock)
{
    /// <summary>The strongest lock when the statement began, taken by those before it in its transaction.</summary>
    public TableLock Earlier { get; init; }

    /// <summary>What took long.</summary>
    public TableWork Work { get; init; }

    /// <summary>What it was for.</summary>
    public TableTurn Turn { get; init; }

    /// <summary>Whether somebody else who uses the table had to wait.</summary>
    public bool IsBlocked => Lock >= (Turn.HasFlag(TableTurn.View) ? TableLock.AccessExclusive : TableLock.Share);
}
