namespace Dowel.Data;

/// <summary>A column held what the code cannot take: a null, another kind of value, a label that no enum member has.</summary>
/// <param name="ordinal">The result's column, from zero.</param>
/// <param name="expected">What the code expects.</param>
/// <param name="found">What the column held, by kind and never by value.</param>
/// <param name="inner">Why it could not be read.</param>
public sealed class UnexpectedValueException(int ordinal, string expected, string found, Exception? inner = null)
    : DatabaseException(
        "DWL4013",
        $"Column {ordinal + 1} of a result should be {expected} and is {found}.",
        "Mend the row, or let the record's property take such a value; 'dowel verify' compares records with the schema.",
        inner)
{
    /// <summary>The result's column, from zero.</summary>
    public int Ordinal { get; } = ordinal;
}
