using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Whether values of one declared type are others once they have gone through another. Pure.</summary>
/// <remarks>
/// The engine turns values into what a column's affinity asks for where it can (sqlite.org, "Datatypes In SQLite", 3): '012' becomes 12, a
/// large whole number loses digits as a real one, and a real one is written with 15 digits as text.
/// </remarks>
internal static class SqliteNarrowing
{
    /// <summary>Whether a value may become another.</summary>
    public static bool IsNarrowing(ColumnModel before, ColumnModel after) =>
        (SqliteTypes.AffinityOf(before.Type), SqliteTypes.AffinityOf(after.Type)) switch
        {
            var (old, next) when old == next => false,
            (_, 'A') => false,
            ('D', 'B' or 'C') => false,
            ('E' or 'C', 'C' or 'D') => false,
            _ => true,
        };
}
