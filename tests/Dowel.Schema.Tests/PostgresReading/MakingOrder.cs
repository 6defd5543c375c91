using Dowel.Postgres;

namespace Dowel.Schema.Tests;

/// <summary>Puts a model's statements in an order in which each is possible, by what objects need.</summary>
internal sealed class MakingOrder
{
    private readonly Dictionary<ObjectKey, ObjectModel> _objects;
    private readonly HashSet<ObjectKey> _done = [];
    private readonly List<string> _statements = [];

    private MakingOrder(DatabaseModel model) => _objects = model.All.ToDictionary(each => each.Key);

    public static IReadOnlyList<string> Of(DatabaseModel model)
    {
        var order = new MakingOrder(model);
        foreach (var each in model.All.OrderBy(IsForWhatFollows))
        {
            order.Make(each);
        }

        return order._statements;
    }

    // Rights that new objects come with would be given to the ones that are made here.
    private static bool IsForWhatFollows(ObjectModel each) => each.Key.Name.StartsWith("default privileges", StringComparison.Ordinal);

    private void Make(ObjectModel each)
    {
        if (!_done.Add(each.Key))
        {
            return;
        }

        var columns = each is TableModel { Columns: var all } ? all.SelectMany(column => column.Needs) : [];
        foreach (var need in each.Needs.Concat(columns).Concat(StandsOn(each.Key)))
        {
            if (_objects.GetValueOrDefault(need.Kind == ObjectKind.Column ? need.Table : need) is { } needed)
            {
                Make(needed);
            }
        }

        _statements.AddRange(each is TableModel { Kind: TableKind.Table } table ? Table(table) : each.Create.Length > 0 ? [each.Create] : []);
    }

    private static IEnumerable<ObjectKey> StandsOn(ObjectKey key) =>
        key.Kind is ObjectKind.Constraint or ObjectKind.Index or ObjectKind.Trigger or ObjectKind.Rule or ObjectKind.Policy ? [key.Table] : [];

    private IEnumerable<string> Table(TableModel table)
    {
        var own = table.Constraints.Where(key => key is { Needs: [], IsValidated: true }).ToList();
        _done.UnionWith(own.Select(key => key.Key));
        yield return PostgresTableText.Create(table, own);
    }
}
