namespace Dowel.Schema;

/// <summary>Puts tables behind those that they refer to. Pure.</summary>
internal sealed class TableOrder
{
    private readonly Dictionary<ObjectKey, TableModel> _tables;
    private readonly Dictionary<ObjectKey, int> _places = [];
    private readonly HashSet<ObjectKey> _entered = [];

    /// <summary>Orders tables; of a circle one that comes first by name begins.</summary>
    public TableOrder(IEnumerable<TableModel> tables)
    {
        _tables = tables.ToDictionary(table => table.Key);
        foreach (var table in _tables.Values)
        {
            Enter(table);
        }
    }

    /// <summary>The tables in their order.</summary>
    public IEnumerable<TableModel> Sorted => _places.OrderBy(place => place.Value).Select(place => _tables[place.Key]);

    /// <summary>Whether a foreign key closes a circle: what it refers to is one of these tables and comes later than its own.</summary>
    public bool ClosesCircle(ConstraintModel constraint) => constraint.Reference is { } reference
        && _places.TryGetValue(reference.Table, out var theirs) && _places.TryGetValue(constraint.Key.Table, out var own) && theirs > own;

    private void Enter(TableModel table)
    {
        if (!_entered.Add(table.Key))
        {
            return;
        }

        foreach (var need in table.Constraints.Select(constraint => constraint.Reference?.Table).OfType<ObjectKey>().Concat(table.Needs))
        {
            if (_tables.TryGetValue(need, out var other))
            {
                Enter(other);
            }
        }

        _places.Add(table.Key, _places.Count);
    }
}
