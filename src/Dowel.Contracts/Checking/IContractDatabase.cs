using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>A database, brought to its newest state, that contracts are compared with. One for each engine.</summary>
/// <remarks>Statements are prepared and described, and never run. Not for more than one thread at a time.</remarks>
internal interface IContractDatabase
{
    /// <summary>The engine's name for people.</summary>
    string Engine { get; }

    /// <summary>A statement in the words of this engine; null where it is not for it.</summary>
    ContractText? TextOf(ContractStatement statement);

    /// <summary>Reads tables and columns.</summary>
    Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken);

    /// <summary>Whether every value of a property can be written into a column and read back as it was.</summary>
    bool Fits(ContractType type, ColumnModel column);

    /// <summary>Gives owned tables other names, and what shows their rows, for good: the database is of no other use afterwards.</summary>
    /// <param name="tables">The tables; none is a view.</param>
    /// <param name="model">What <see cref="ReadModelAsync"/> has read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The new names.</returns>
    Task<HiddenTables> HideAsync(IReadOnlyList<string> tables, DatabaseModel model, CancellationToken cancellationToken);

    /// <summary>Asks the engine about a statement.</summary>
    /// <param name="statement">One that has a text for this engine.</param>
    /// <param name="model">What <see cref="ReadModelAsync"/> has read.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    Task<StatementDescription> DescribeAsync(ContractStatement statement, DatabaseModel model, CancellationToken cancellationToken);
}
