namespace Dowel.Data;

/// <summary>A command that inserts a row or changes the one that is there.</summary>
/// <remarks>
/// PostgreSQL does it in <see cref="ICommand.Statement"/>, which gives a row <c>(xmax = 0)</c>: true where the row is new, false where it was
/// changed, and no row where the guard said no. SQLite cannot tell the two apart, so there the statement inserts
/// <c>on conflict do nothing</c> and <see cref="Update"/>, with the same parameters, follows in the same transaction if it did nothing.
/// </remarks>
public interface IUpsertCommand : ICommand
{
    /// <summary>What SQLite runs where the row is there already.</summary>
    Statement Update { get; }
}
