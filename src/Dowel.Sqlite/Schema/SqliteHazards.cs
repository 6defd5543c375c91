using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>The tables that a plan makes anew: each row of them is copied, and SQLite has one writer at a time. Pure.</summary>
internal static class SqliteHazards
{
    /// <summary>Finds them.</summary>
    public static IReadOnlyList<Hazard> Of(SchemaPlan plan) =>
    [
        .. plan.Changes.Where(change => change is AddColumn or DropColumn or AlterColumn or AlterTable).GroupBy(change => change is AlterTable ? change.Key : change.Key.Table)
            .Where(changes => !changes.All(SqliteAlterRules.IsInPlace))
            .Select(changes => new Hazard(null, [changes.Key.Name], TableLock.None, $"copies every row of {changes.Key.Name} into a new table; writers wait")),
    ];
}
