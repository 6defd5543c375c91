using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>How a row's number is kept when its table is made anew, and how the two rows find each other. Pure.</summary>
/// <remarks>sqlite.org, "Rowid Tables": a number that is no column's is still seen, by any of three names that is not a column's.</remarks>
internal sealed class SqliteRowNumber
{
    private static readonly string[] Names = ["rowid", "_rowid_", "oid"];

    /// <summary>Looks at both tables.</summary>
    public SqliteRowNumber(TableModel before, TableModel after)
    {
        var free = Array.Find(Names, name => !before.Columns.Concat(after.Columns).Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        var alias = after.Columns.FirstOrDefault(column => column.Generation == Generation.Identity)?.Name;
        if (!IsNumbered(after))
        {
            Keys = after.PrimaryKey.All(name => before.Find(name) is not null) ? [.. after.PrimaryKey.Select(name => (name, name))] : [];
        }
        else if (alias is not null && before.Find(alias) is not null)
        {
            Keys = [(alias, alias)];
        }
        else if (free is not null && IsNumbered(before))
        {
            Copied = (alias ?? free, free);
            Keys = [(alias ?? free, free)];
        }
    }

    /// <summary>What must be copied beside the columns, as the new table calls it and as the old one does; null where nothing.</summary>
    public (string To, string From)? Copied { get; }

    /// <summary>What a row of the new table has in common with its old one alone, by the names in the new table and in the old one; empty where there is nothing.</summary>
    public IReadOnlyList<(string New, string Old)> Keys { get; } = [];

    private static bool IsNumbered(TableModel table) => !table.Options.Contains("without rowid", StringComparison.Ordinal);
}
