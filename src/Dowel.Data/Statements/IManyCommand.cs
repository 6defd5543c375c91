namespace Dowel.Data;

/// <summary>A command that is sent for many items.</summary>
/// <typeparam name="TItem">The item.</typeparam>
/// <remarks>
/// On SQLite the statement runs once for each item, and its parameters are the item's followed by the shared ones. On PostgreSQL it runs
/// once: the item's parameters are arrays, to be <c>unnest</c>ed, and the shared ones are what they are.
/// </remarks>
public interface IManyCommand<TItem>
{
    /// <summary>The statement.</summary>
    Statement Statement { get; }

    /// <summary>PostgreSQL's <c>copy … from stdin (format binary)</c> for the same columns; null where the statement does more than insert, or the table has row security, which the server lets no copy through.</summary>
    string? Copy { get; }

    /// <summary>Writes one item's values.</summary>
    /// <typeparam name="TWriter">The engine's writer.</typeparam>
    /// <param name="item">The item.</param>
    /// <param name="parameters">Where to.</param>
    void BindItem<TWriter>(TItem item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter;

    /// <summary>Writes the values that are the same for all.</summary>
    /// <typeparam name="TWriter">The engine's writer.</typeparam>
    /// <param name="parameters">Where to.</param>
    void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter;

    /// <summary>Writes the owner whose rows the statement may see, where a table that it names has row security; nothing for nobody's.</summary>
    /// <typeparam name="TWriter">The engine's writer.</typeparam>
    /// <param name="parameters">Where to; one value at most.</param>
    void BindOwner<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
