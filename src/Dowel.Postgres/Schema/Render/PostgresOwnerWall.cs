using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Lets statements over rows see all of them where a table's policies bind its owner too: else they would see none, and change nothing without a word.</summary>
/// <remarks>
/// The wall is down within one transaction alone. <c>alter table</c> locks the table for that long, so that no other session reads past the
/// policies, and what is stopped half-way leaves the wall standing. Whatever is still hidden then, such as another owner's table, is refused by
/// the server, since <c>row_security</c> is off (PostgreSQL 18 docs, 5.9 and 19.11.1).
/// </remarks>
/// <param name="plan">The plan.</param>
internal sealed class PostgresOwnerWall(SchemaPlan plan)
{
    private readonly List<ObjectKey> _after = [.. Walls(plan.After.Objects)];
    private readonly List<ObjectKey> _dropped = [.. Walls(plan.Changes.OfType<DropObject>().Select(change => change.Object))];

    /// <summary>What is sent before a statement and after it, each with a semicolon; nothing where no wall is in its way.</summary>
    /// <param name="table">The table that it is about.</param>
    /// <param name="sql">What it says, where other tables may be named.</param>
    public (IReadOnlyList<string> Lower, IReadOnlyList<string> Raise) Around(TableModel table, string sql)
    {
        bool IsMet(ObjectKey key) => key == table.Key || SqlText.Mentions(sql, key.Name);
        List<ObjectKey> met = [.. _after.Concat(_dropped).Where(IsMet).Distinct()];
        return met.Count == 0 ? ([], []) :
        (
            ["perform set_config('row_security', 'off', true);", .. met.Select(key => $"alter table {PostgresIdentifier.Quote(key)} no force row level security;")],
            [.. met.Where(_after.Contains).Select(key => $"alter table {PostgresIdentifier.Quote(key)} force row level security;")]
        );
    }

    private static IEnumerable<ObjectKey> Walls(IEnumerable<ObjectModel> objects) =>
        objects.Where(each => each.Key is { Kind: ObjectKind.Setting, Part: SettingNames.ForcedRowSecurity }).Select(each => each.Key.Table);
}
