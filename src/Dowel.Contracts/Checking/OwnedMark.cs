namespace Dowel.Contracts;

/// <summary>A place in a statement that names an owned table.</summary>
/// <param name="Start">Where its first mark is, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is with both marks.</param>
/// <param name="Table">The table's name, unquoted.</param>
/// <param name="IsQualifier">Whether it stands before a column; else rows are read or written there.</param>
internal readonly record struct OwnedMark(int Start, int Length, string Table, bool IsQualifier)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;
}
