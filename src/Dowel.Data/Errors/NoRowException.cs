namespace Dowel.Data;

/// <summary>A statement that always gives a row gave none.</summary>
/// <param name="statement">The statement.</param>
public sealed class NoRowException(Statement statement)
    : DatabaseException(
        "DWL4015",
        $"{statement.Name} gave no row.",
        "A trigger or a rule kept the row away, or the row that it belongs to is another owner's; where that is expected, let the method give null.");
