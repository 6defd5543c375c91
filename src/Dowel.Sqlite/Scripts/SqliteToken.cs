namespace Dowel.Sqlite;

/// <summary>One token of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character, in UTF-16 units from 0.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
internal readonly record struct SqliteToken(SqliteTokenKind Kind, int Start, int Length)
{
    /// <summary>The character behind the last one.</summary>
    public int End => Start + Length;
}
