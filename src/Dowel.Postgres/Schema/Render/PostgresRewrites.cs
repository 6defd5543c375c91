using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Tables that a plan has the server write anew, row by row, while nobody can read them: which of them can be so by themselves. Pure.</summary>
/// <remarks>
/// A script is a transaction and keeps its locks; so the second such table would be closed while the first is written. What stands on a column, a
/// view or a key, must go and come in one transaction with it, or it would be missing meanwhile: such tables stay together.
/// </remarks>
internal sealed class PostgresRewrites
{
    private readonly HashSet<ObjectKey> _columns = [];

    /// <summary>Looks through a plan.</summary>
    public PostgresRewrites(SchemaPlan plan)
    {
        var held = plan.Changes.Where(change => change is not AlterColumn)
            .SelectMany(change => ChangeLinks.Requires(change).Concat(ChangeLinks.Removes(change)).Concat(ChangeLinks.Frees(change))).ToHashSet();
        foreach (var table in plan.Changes.OfType<AlterColumn>().Where(IsRewrite).GroupBy(alter => alter.Table.Key).Skip(1))
        {
            if (!table.Any(alter => held.Contains(alter.Key) || alter.Before.Needs.Concat(alter.After.Needs).Any(held.Contains)))
            {
                _columns.UnionWith(table.Select(alter => alter.Key));
            }
        }
    }

    /// <summary>Whether a change of a column goes into its table's own script.</summary>
    public bool IsApart(AlterColumn change) => _columns.Contains(change.Key);

    // The server knows that text stays text, however long it may be.
    private static bool IsRewrite(AlterColumn alter) => alter.Before.Type != alter.After.Type
        && !(IsText(alter.Before.BaseType) && IsText(alter.After.Type) && !PostgresNarrowing.IsNarrowing(alter.Before, alter.After));

    private static bool IsText(string type) => type == "text" || type.StartsWith("character varying", StringComparison.Ordinal);
}
